package planbok

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"math"
	mathrand "math/rand"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const keyHeader = "Idempotency-Key"

// transport gives idempotency keys, and repeats what is safe to repeat. The generated code does neither as it should: its keys
// go to every POST and PATCH, which it repeats then whether or not they take one, and its waits do not end with the context.
type transport struct {
	base    http.RoundTripper
	retries int
}

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	keyed := req.Method == http.MethodPost && keyedPaths.MatchString(req.URL.Path)
	if keyed && req.Header.Get(keyHeader) == "" {
		req.Header.Set(keyHeader, idempotencyKeyOf(req))
	}
	repeatable := keyed || req.Method == http.MethodGet || req.Method == http.MethodPut || req.Method == http.MethodDelete
	for attempt := 0; ; attempt++ {
		if req.GetBody != nil {
			body, err := req.GetBody()
			if err != nil {
				return nil, err
			}
			req.Body = body
		}
		resp, err := t.base.RoundTrip(req)
		var body []byte
		if err == nil {
			// An answer that is cut off is a lost connection too.
			body, err = io.ReadAll(resp.Body)
			resp.Body.Close()
			resp.Body = io.NopCloser(bytes.NewReader(body))
		}
		if err == nil && resp.StatusCode < 400 && (resp.StatusCode >= 300 || !strings.HasPrefix(resp.Header.Get("Content-Type"), "application/json")) {
			// A redirect would be sent the API key, wherever it leads; a proxy may answer with a page of its own, and call that a success.
			return nil, errorFrom(resp, nil)
		}
		if !repeatable || !isTransient(resp, body, err) || attempt >= t.retries || req.Context().Err() != nil {
			if err != nil {
				return nil, err
			}
			return resp, nil
		}
		wait := backoff(attempt)
		if err == nil {
			if seconds, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil {
				wait = max(wait, time.Duration(min(seconds, 86_400))*time.Second)
			}
			if deadline, ok := req.Context().Deadline(); ok && time.Until(deadline) < wait {
				return resp, nil
			}
		}
		select {
		case <-time.After(wait):
		case <-req.Context().Done():
			return nil, req.Context().Err()
		}
	}
}

// isTransient tells whether the same request may succeed a little later: a first attempt that is still at work counts too.
func isTransient(resp *http.Response, body []byte, err error) bool {
	if err != nil || resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= 500 {
		return true
	}
	return resp.StatusCode == http.StatusConflict && errorFrom(resp, body).Code == CodeIdempotencyInProgress
}

// backoff doubles from half a second to eight, less up to a half at random.
func backoff(attempt int) time.Duration {
	seconds := math.Min(0.5*math.Pow(2, float64(attempt)), 8)
	return time.Duration(seconds * (0.5 + mathrand.Float64()/2) * float64(time.Second))
}

// idempotencyKeyOf is the key of the body, which the header must repeat, or a new one: a UUID of version 4.
func idempotencyKeyOf(req *http.Request) string {
	if req.GetBody != nil {
		var own struct {
			Key string `json:"idempotencyKey"`
		}
		if body, err := req.GetBody(); err == nil && json.NewDecoder(body).Decode(&own) == nil && own.Key != "" {
			return own.Key
		}
	}
	var id [16]byte
	if _, err := rand.Read(id[:]); err != nil {
		panic(err)
	}
	id[6] = id[6]&0x0f | 0x40
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}
