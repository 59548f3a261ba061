package planbok

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

// Error is what a failed call returns, within what errors.As finds. Decide by Code; Message is for the developer.
type Error struct {
	// Code is one of the constants Code…, or one that came later.
	Code    ErrorCode
	Message string
	// Status is the HTTP status.
	Status int
	// RequestID names the request in the service's logs.
	RequestID string
	// Details are the faults of the request, one by one; empty when the fault is not in the request.
	Details []ErrorDetail
	// DocumentationURL is where this error is explained.
	DocumentationURL string
	// RetryAfter is how many seconds to wait before the next attempt, where the API says so.
	RetryAfter string
}

// CodeInvalidAnswer is this package's own: what answered was not the API. Look at the server URL, and at what stands between.
const CodeInvalidAnswer ErrorCode = "invalid_answer"

func (e *Error) Error() string {
	return fmt.Sprintf("%d %s: %s", e.Status, e.Code, e.Message)
}

// HasCode tells whether err is an Error with one of these codes.
func HasCode(err error, codes ...ErrorCode) bool {
	var failed *Error
	if !errors.As(err, &failed) {
		return false
	}
	for _, code := range codes {
		if failed.Code == code {
			return true
		}
	}
	return false
}

func errorFrom(resp *http.Response, body []byte) *Error {
	var envelope struct {
		Code             ErrorCode `json:"code"`
		Message          string    `json:"message"`
		RequestID        string    `json:"requestId"`
		DocumentationURL string    `json:"documentationUrl"`
		Errors           struct {
			Details []ErrorDetail `json:"details"`
		} `json:"errors"`
	}
	// What is not JSON, or not the API's, has no code.
	_ = json.Unmarshal(body, &envelope)
	failed := &Error{
		Code:             envelope.Code,
		Message:          envelope.Message,
		Status:           resp.StatusCode,
		RequestID:        envelope.RequestID,
		Details:          envelope.Errors.Details,
		DocumentationURL: envelope.DocumentationURL,
		RetryAfter:       resp.Header.Get("Retry-After"),
	}
	if failed.RequestID == "" {
		failed.RequestID = resp.Header.Get("X-Request-Id")
	}
	if failed.Code == "" {
		failed.Code = CodeInvalidAnswer
		failed.Message = "The answer is not one of the API's. Look at the server URL, and at what stands between."
	}
	return failed
}
