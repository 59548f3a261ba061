// Makes calls to the server that is named, and prints as JSON what came of each.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"planbok.io/customercustody/v2"
)

func main() {
	serverURL, id := os.Args[1], os.Args[2]
	ctx := context.Background()
	client, err := planbok.NewClient("pk_test", serverURL)
	if err != nil {
		log.Fatal(err)
	}
	outcomes := map[string]any{}
	note := func(name string, value any, err error) {
		var failed *planbok.Error
		switch {
		case errors.As(err, &failed):
			outcomes[name] = fmt.Sprint(failed.Status, " ", failed.Code)
		case err != nil:
			outcomes[name] = err.Error()
		default:
			outcomes[name] = value
		}
	}

	created, err := client.CreateCustomer(ctx, planbok.CreateCustomerRequest{Name: "Ada Lovelace"})
	note("create", created.Data.Id, err)
	own := planbok.CreateCustomerRequest{Name: "Own key", IdempotencyKey: planbok.Ptr("0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01")}
	created, err = client.CreateCustomer(ctx, own)
	note("createWithOwnKey", created.Data.Id, err)
	_, err = client.ValidateAddress(ctx, planbok.ValidateAddressRequest{Blockchain: "ETH", Address: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"})
	note("postWithoutKey", nil, err)
	_, err = client.UpdateCustomer(ctx, id, planbok.UpdateCustomerRequest{Name: planbok.Ptr("Ada King")})
	note("patch", nil, err)
	challenge, err := client.GetChallenge(ctx, id, id)
	note("unknownStatus", challenge.Data.Status, err)
	_, err = client.GetWallet(ctx, id)
	note("redirect", nil, err)
	_, err = client.ListWallets(ctx, nil)
	note("redirectNowhere", nil, err)
	own.Name = "In progress"
	created, err = client.CreateCustomer(ctx, own)
	note("inProgress", created.Data.Id, err)
	own.Name = "Cut off"
	created, err = client.CreateCustomer(ctx, own)
	note("cutOff", created.Data.Id, err)
	_, err = client.ValidateAddress(ctx, planbok.ValidateAddressRequest{Blockchain: "ETH", Address: "lost"})
	outcomes["lost"] = err != nil
	_, err = client.ListTransactions(ctx, nil)
	note("oddError", nil, err)
	_, err = client.ListWebhookEndpoints(ctx, nil)
	note("oddErrorWithoutCode", nil, err)
	outcomes["printed"] = fmt.Sprintf("%+v", client)
	_, err = client.ListTokens(ctx, nil)
	note("inAnHour", nil, err)
	_, err = client.ListChains(ctx)
	note("pageOfAProxy", nil, err)
	impatient, cancel := context.WithCancel(ctx)
	time.AfterFunc(200*time.Millisecond, cancel)
	started := time.Now()
	_, err = client.GetHealth(impatient)
	outcomes["endsWithItsContext"] = errors.Is(err, context.Canceled) && time.Since(started) < 2*time.Second
	hasty, err := planbok.NewClient("pk_test", serverURL, func(config *planbok.Config) { config.Retry.Retries = 0 })
	if err != nil {
		log.Fatal(err)
	}
	_, err = hasty.GetHealth(ctx)
	note("notTheApi", nil, err)
	ofMine, err := planbok.NewClient("pk_test", serverURL, func(config *planbok.Config) { config.HTTPClient = &http.Client{} })
	if err != nil {
		log.Fatal(err)
	}
	_, err = ofMine.GetWallet(ctx, id)
	note("redirectOfMyHTTPClient", nil, err)
	own.Name = "Of mine"
	created, err = ofMine.CreateCustomer(ctx, own)
	note("createByMyHTTPClient", created.Data.Id, err)
	_, err = planbok.NewClient("", serverURL)
	note("noApiKey", nil, err)
	_, err = planbok.NewClient("pk_hidden\n", serverURL)
	note("badApiKey", nil, err)
	_, err = planbok.VerifyWebhook(nil, http.Header{}, nil)
	note("noSecret", nil, err)
	_, err = planbok.VerifyReturnURL("/", []string{"whsec", ""})
	note("emptySecret", nil, err)

	if err := json.NewEncoder(os.Stdout).Encode(outcomes); err != nil {
		log.Fatal(err)
	}
}
