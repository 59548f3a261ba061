// The whole flow in Go: a customer, a PIN, wallets, a transfer, a webhook, and errors by code.
//
//	npm start
//	cd docs/examples/go && go run .
package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"planbok.io/customercustody/v2"
)

var (
	apiURL        = cmp.Or(os.Getenv("API_URL"), "http://localhost:4010")
	apiKey        = cmp.Or(os.Getenv("API_KEY"), "pk_sandbox_full")
	webhookSecret = cmp.Or(os.Getenv("WEBHOOK_SECRET"), "whsec_sandbox")
	back          = "http://localhost:3000/back"
	ctx           = context.Background()
	client        = must(planbok.NewClient(apiKey, apiURL))
)

func main() {
	webhooks := receive()

	customer := must(client.CreateCustomer(ctx, planbok.CreateCustomerRequest{Name: "Ada Lovelace", RefId: planbok.Ptr("user-1001")})).Data
	fmt.Println("customer", customer.Id)

	asked := must(client.InitializeCustomer(ctx, customer.Id, planbok.InitializeRequest{RedirectUrl: back, State: planbok.Ptr("step-1")})).Data
	decide(asked)
	fmt.Println("PIN set")

	returned := must(planbok.VerifyReturnURL(returnURLOf(asked), []string{webhookSecret}))
	fmt.Println("return", returned.Status, returned.State)

	wanted := planbok.CreateWalletRequest{Blockchains: []string{"ETH-SEPOLIA", "SOL-TESTNET"}, RedirectUrl: back}
	created := decide(must(client.CreateWallets(ctx, customer.Id, wanted)).Data).(planbok.CreateWalletResult)
	for _, wallet := range created.Wallets {
		fmt.Println("wallet", wallet.Blockchain, wallet.Address)
	}

	payment := planbok.TransferRequest{
		WalletId: created.Wallets[0].Id, DestinationAddress: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
		Amounts: []string{"0.01"}, RedirectUrl: back,
	}
	for range 2 {
		sent := decide(must(client.CreateTransfer(ctx, customer.Id, payment)).Data).(planbok.TransferResult)
		fmt.Println("transfer", sent.TransactionHash)
		// A block takes seconds; the Sandbox makes it at once.
		must(client.AdvanceSandboxTransaction(ctx, sent.TransactionId, planbok.AdvanceSandboxTransactionRequest{To: planbok.SandboxTransactionTargetConfirmed}))
	}

	for range 2 {
		webhook := <-webhooks
		var transaction planbok.TransactionEventData
		check(json.Unmarshal(webhook.Data, &transaction))
		fmt.Println("webhook", webhook.Event, *transaction.TransactionHash)
	}

	// A page has one transaction here, so that there are two.
	own := planbok.ListTransactionsParams{WalletId: &payment.WalletId, Limit: planbok.Ptr[int64](1)}
	for transaction, err := range client.ListTransactionsItems(ctx, &own) {
		check(err)
		fmt.Println("transaction", transaction.Status, *transaction.TxHash)
	}

	if _, err := client.GetCustomer(ctx, "000000000000000000000000"); planbok.HasCode(err, planbok.CodeCustomerNotFound) {
		fmt.Println("no such customer")
	}
	_, err := client.CreateCustomer(ctx, planbok.CreateCustomerRequest{Name: ""})
	var failed *planbok.Error
	if errors.As(err, &failed) && failed.Code == planbok.CodeValidationFailed {
		fmt.Println("invalid:", failed.Details[0].Path)
	}
	payment.Amounts = []string{"1000000"}
	if _, err := client.CreateTransfer(ctx, customer.Id, payment); planbok.HasCode(err, planbok.CodeInsufficientFunds) {
		fmt.Println("too little money")
	}
}

// decide gives what a challenge brought once its user has decided. The Sandbox plays the user; yours opens asked.RedirectUrl.
func decide(asked planbok.Challenge) planbok.ChallengeResult {
	must(client.ApproveSandboxChallenge(ctx, asked.Id, planbok.SandboxApprovalRequest{Pin: "493817"}))
	for {
		switch challenge := must(client.GetChallenge(ctx, asked.CustomerId, asked.Id)).Data; challenge.Status {
		case planbok.ChallengeStatusVerified:
			return *challenge.Result
		case planbok.ChallengeStatusFailed:
			log.Fatal(challenge.Failure.Message)
		}
		time.Sleep(time.Second)
	}
}

// returnURLOf is where the Gateway sends the browser back to. You get it as the URL of a request; here there is no browser.
func returnURLOf(asked planbok.Challenge) string {
	gateway, token, _ := strings.Cut(asked.RedirectUrl, "#")
	origin, _, _ := strings.Cut(gateway, "/gateway/")
	client := planbok.New(planbok.Config{ServerURL: origin, Auth: planbok.Auth{Bearer: func() string { return token }}})
	return *must(client.GetGatewayChallenge(ctx, asked.Id)).Data.ReturnUrl
}

// receive is your webhook endpoint: it verifies the bytes as they came, and parses them only then.
func receive() <-chan *planbok.VerifiedWebhook {
	listener := must(net.Listen("tcp", "localhost:0"))
	url := fmt.Sprintf("http://localhost:%d/", listener.Addr().(*net.TCPAddr).Port)
	endpoint := must(client.CreateWebhookEndpoint(ctx, planbok.CreateWebhookEndpointRequest{Url: url, Events: &[]string{"transaction.confirmed"}})).Data
	webhooks := make(chan *planbok.VerifiedWebhook, 10)
	go http.Serve(listener, http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		rawBody := must(io.ReadAll(request.Body))
		webhook, err := planbok.VerifyWebhook(rawBody, request.Header, []string{endpoint.Secret})
		if err != nil {
			response.WriteHeader(http.StatusUnauthorized)
			return
		}
		webhooks <- webhook
	}))
	return webhooks
}

func must[Value any](value Value, err error) Value {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
