module planbok.io/customercustody/v2

go 1.23
