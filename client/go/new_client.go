package planbok

import (
	"errors"
	"net/http"
	"regexp"
	"time"
)

var apiKeyForm = regexp.MustCompile(`^[\x21-\x7e]+$`)

// NewClient makes a client with what every program needs: the API key, idempotency keys, retries, and a minute for each call,
// its retries included. The server is "https://api.planbok.io", or "http://localhost:4010" for the mock.
//
// Keep the API key on your backend: whoever holds it can ask for challenges in your name.
//
// Lost connections, 429 and 5xx are repeated up to four times (Config.Retry.Retries), with growing waits or as long as the answer says: GET, PUT,
// DELETE, and each POST that takes an idempotency key. That key is drawn for every call, and is the same in all its attempts;
// give your own as the body's IdempotencyKey to be able to repeat the call after a crash. A PATCH, or a POST without a key, is
// sent once.
//
// What is in Config can be changed before it is used: func(config *planbok.Config) { config.Timeout = 10 * time.Second }. Calls go
// through Config.HTTPClient if there is one, which never follows a redirect.
func NewClient(apiKey, serverURL string, changes ...func(*Config)) (*Client, error) {
	if !apiKeyForm.MatchString(apiKey) {
		return nil, errors.New("the API key is missing or empty, or has characters that no key has: look at where it is read from")
	}
	config := Config{
		ServerURL: serverURL,
		Headers:   map[string]string{"User-Agent": "planbok-customer-custody-go/" + ContractVersion},
		Timeout:   time.Minute,
		Auth:      Auth{APIKey: map[string]func() string{"apiKey": func() string { return apiKey }}},
		Retry:     RetryConfig{Retries: 4},
	}
	for _, change := range changes {
		change(&config)
	}
	config.HTTPClient = safely(config.HTTPClient, config.Retry.Retries)
	// The transport repeats.
	config.Retry = RetryConfig{}
	return New(config), nil
}

// safely is a copy of an HTTP client, or a new one, that repeats what is safe to repeat and follows no redirect.
func safely(client *http.Client, retries int) *http.Client {
	var safe http.Client
	if client != nil {
		safe = *client
	}
	base := safe.Transport
	if base == nil {
		base = http.DefaultTransport
	}
	safe.Transport = &transport{base: base, retries: retries}
	return &safe
}

// Ptr gives a pointer to a value: what is optional in a request is a pointer.
func Ptr[Value any](value Value) *Value {
	return &value
}
