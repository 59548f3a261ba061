// Reads the challenges that are given as JSON, and prints as JSON the name of the type of each result.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strings"

	"planbok.io/customercustody/v2"
)

func main() {
	var challenges []planbok.Challenge
	if err := json.Unmarshal([]byte(os.Args[1]), &challenges); err != nil {
		log.Fatal(err)
	}
	names := []string{}
	for _, challenge := range challenges {
		name, isTyped := strings.CutPrefix(fmt.Sprintf("%T", *challenge.Result), "planbok.")
		if !isTyped {
			name = "as it is"
		}
		names = append(names, name)
	}
	if err := json.NewEncoder(os.Stdout).Encode(names); err != nil {
		log.Fatal(err)
	}
}
