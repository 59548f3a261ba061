module planbok.io/customercustody/example

go 1.23

require planbok.io/customercustody v0.0.0

replace planbok.io/customercustody => ../../../generated/go
