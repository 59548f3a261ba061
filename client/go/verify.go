package planbok

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// VerificationError says that a webhook or a return is not to be trusted: answer with 4xx, and tell the caller nothing of why.
type VerificationError struct {
	// Reason is missing_header, unknown_scheme or malformed_body (webhooks), missing_parameter, repeated_parameter or
	// malformed_parameter (returns), malformed_timestamp, too_old, from_future, malformed_signature or wrong_signature (both).
	Reason  string
	Message string
}

func (e *VerificationError) Error() string {
	return e.Reason + ": " + e.Message
}

// VerifyOptions change how a signature is verified.
type VerifyOptions struct {
	// Now is the time; the machine's without it.
	Now func() time.Time
	// Tolerance is how far Now may be from the time of the signature; five minutes without it.
	Tolerance time.Duration
}

// VerifiedWebhook is a genuine event.
type VerifiedWebhook struct {
	// Event is its name, such as transaction.confirmed.
	Event string
	// Known tells whether the contract had the event when this package was made. Ignore one that came later, and answer 2xx.
	Known bool
	// IdempotencyKey is the same in every delivery. Events come at least once: remember it, and do nothing when it comes again.
	IdempotencyKey string
	// Data is what happened, as JSON: unmarshal it to the type of the event's data, such as TransactionEventData.
	Data     json.RawMessage
	SignedAt time.Time
}

// VerifiedReturnURL is what the Gateway says of a challenge: a hint that can be trusted at once. What counts is the challenge
// as the API reads it.
type VerifiedReturnURL struct {
	ChallengeID string
	Status      ReturnStatus
	// State is the one of your request; empty if it had none. Compare it with the one that this user was sent away with: the
	// signature does not tell whose browser it is.
	State    string
	SignedAt time.Time
}

var (
	escaped       = regexp.MustCompile(`%[0-9a-fA-F]{2}`)
	hmacForm      = regexp.MustCompile(`^[0-9a-f]{64}$`)
	objectIDForm  = regexp.MustCompile(`^[0-9a-f]{24}$`)
	timestampForm = regexp.MustCompile(`^[0-9]{10,11}$`)
)

// VerifyWebhook verifies that a request to your webhook endpoint is the API's, and reads its event. The body is what came over
// the wire, before any parser. While a secret is rotated, give the new one and the old one.
func VerifyWebhook(rawBody []byte, headers http.Header, secrets []string, options ...VerifyOptions) (*VerifiedWebhook, error) {
	if err := checkSecrets(secrets); err != nil {
		return nil, err
	}
	timestamp, signature := headerOf(headers, "X-Webhook-Timestamp"), headerOf(headers, "X-Webhook-Signature")
	if timestamp == nil {
		return nil, refuse("missing_header", "The header X-Webhook-Timestamp is missing.")
	}
	if signature == nil {
		return nil, refuse("missing_header", "The header X-Webhook-Signature is missing.")
	}
	signedAt, err := checkTimestamp(*timestamp, options)
	if err != nil {
		return nil, err
	}
	scheme, digits, _ := strings.Cut(*signature, "=")
	if scheme != "sha256" {
		return nil, refuse("unknown_scheme", "The signature is not of the scheme sha256.")
	}
	if !hmacForm.MatchString(digits) {
		return nil, refuse("malformed_signature", "The signature is not 64 lower-case hexadecimal digits.")
	}
	signatures := []string{digits}
	// While a secret is rotated, the one before signs too.
	if previous := headerOf(headers, "X-Webhook-Signature-Previous"); previous != nil {
		if digits, ok := strings.CutPrefix(*previous, "sha256="); ok && hmacForm.MatchString(digits) {
			signatures = append(signatures, digits)
		}
	}
	if !isSigned(append([]byte(*timestamp+"."), rawBody...), signatures, secrets) {
		return nil, refuse("wrong_signature", "The signature is of another body, or made with another secret. It is over the bytes as they came.")
	}
	// A map, because a struct would take the keys in any case.
	var members map[string]json.RawMessage
	var event, key string
	if !utf8.Valid(rawBody) || json.Unmarshal(rawBody, &members) != nil || json.Unmarshal(members["event"], &event) != nil || members["event"][0] != '"' {
		return nil, refuse("malformed_body", "The body is signed, but is no event.")
	}
	_ = json.Unmarshal(members["idempotencyKey"], &key)
	return &VerifiedWebhook{Event: event, Known: knownEvents[event], IdempotencyKey: key, Data: members["data"], SignedAt: signedAt}, nil
}

// VerifyReturnURL verifies that a browser that comes back was sent by the Gateway, and reads what it brings. The URL is that of
// the request: whole, or its path and query.
func VerifyReturnURL(rawURL string, secrets []string, options ...VerifyOptions) (*VerifiedReturnURL, error) {
	if err := checkSecrets(secrets); err != nil {
		return nil, err
	}
	query := queryOf(rawURL)
	for _, name := range []string{"challengeId", "status", "timestamp", "signature", "state"} {
		if count := len(query[name]); count > 1 {
			return nil, refuse("repeated_parameter", fmt.Sprintf("The parameter %s is there %d times.", name, count))
		} else if count == 0 && name != "state" {
			return nil, refuse("missing_parameter", "The parameter "+name+" is missing.")
		}
	}
	challengeID, status, state := query.Get("challengeId"), query.Get("status"), query.Get("state")
	timestamp, signature := query.Get("timestamp"), query.Get("signature")
	// What is signed is joined by dots: only parts without one can be told apart.
	if !objectIDForm.MatchString(challengeID) || (status != "verified" && status != "failed") {
		return nil, refuse("malformed_parameter", "The challengeId is not 24 hexadecimal digits, or the status is neither verified nor failed.")
	}
	signedAt, err := checkTimestamp(timestamp, options)
	if err != nil {
		return nil, err
	}
	if !hmacForm.MatchString(signature) {
		return nil, refuse("malformed_signature", "The signature is not 64 lower-case hexadecimal digits.")
	}
	if !isSigned([]byte(timestamp+"."+challengeID+"."+status+"."+state), []string{signature}, secrets) {
		return nil, refuse("wrong_signature", "The signature is of other values, or made with another secret.")
	}
	return &VerifiedReturnURL{ChallengeID: challengeID, Status: ReturnStatus(status), State: state, SignedAt: signedAt}, nil
}

func refuse(reason, message string) error {
	return &VerificationError{Reason: reason, Message: message}
}

// checkSecrets refuses no secret, and an empty one, with which anybody could sign.
func checkSecrets(secrets []string) error {
	for _, secret := range secrets {
		if secret == "" {
			secrets = nil
		}
	}
	if len(secrets) == 0 {
		return errors.New("a webhook secret is missing or empty: look at where it is read from")
	}
	return nil
}

// headerOf finds a header in any case; nil when it is not there.
func headerOf(headers http.Header, name string) *string {
	for key, values := range headers {
		if strings.EqualFold(key, name) && len(values) > 0 {
			joined := strings.Join(values, ", ")
			return &joined
		}
	}
	return nil
}

// queryOf reads the parameters of a URL. url.ParseQuery leaves out what has a semicolon, or a % that no two hexadecimal digits
// follow, and a second state with it.
func queryOf(rawURL string) url.Values {
	withoutFragment, _, _ := strings.Cut(rawURL, "#")
	_, rawQuery, _ := strings.Cut(withoutFragment, "?")
	query := url.Values{}
	for _, pair := range strings.Split(rawQuery, "&") {
		name, value, _ := strings.Cut(pair, "=")
		query.Add(unescape(name), unescape(value))
	}
	return query
}

func unescape(text string) string {
	return escaped.ReplaceAllStringFunc(strings.ReplaceAll(text, "+", " "), func(code string) string {
		char, _ := hex.DecodeString(code[1:])
		return string(char)
	})
}

func checkTimestamp(timestamp string, options []VerifyOptions) (time.Time, error) {
	now, tolerance := time.Now, 5*time.Minute
	for _, option := range options {
		if option.Now != nil {
			now = option.Now
		}
		if option.Tolerance != 0 {
			tolerance = option.Tolerance
		}
	}
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || !timestampForm.MatchString(timestamp) {
		return time.Time{}, refuse("malformed_timestamp", "The timestamp is not in Unix seconds.")
	}
	signedAt := time.Unix(seconds, 0)
	age := now().Sub(signedAt)
	if age > tolerance {
		return signedAt, refuse("too_old", fmt.Sprintf("It was signed %.0f seconds ago, more than %.0f: it may be a replay.", age.Seconds(), tolerance.Seconds()))
	}
	if age < -tolerance {
		return signedAt, refuse("from_future", fmt.Sprintf("It was signed %.0f seconds in the future. Look at this machine's clock.", -age.Seconds()))
	}
	return signedAt, nil
}

// isSigned tells whether one of the signatures is of this message and one of the secrets, in constant time.
func isSigned(message []byte, signatures, secrets []string) bool {
	for _, secret := range secrets {
		mac := hmac.New(sha256.New, []byte(secret))
		mac.Write(message)
		expected := mac.Sum(nil)
		for _, signature := range signatures {
			actual, err := hex.DecodeString(signature)
			if err == nil && hmac.Equal(actual, expected) {
				return true
			}
		}
	}
	return false
}
