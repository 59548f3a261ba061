module planbok.io/customercustody/example

go 1.23

require planbok.io/customercustody/v2 v2.0.0

replace planbok.io/customercustody/v2 => ../../../generated/go
