module planbok.io/customercustody

go 1.23
