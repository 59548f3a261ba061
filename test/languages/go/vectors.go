// Prints as JSON how VerifyWebhook and VerifyReturnURL judge the vectors of the folder that is named.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"planbok.io/customercustody/v2"
)

type document struct {
	Now     int64
	Vectors []struct {
		Secrets []string
		Headers map[string]string
		Body    string
		URL     string
	}
}

func main() {
	webhooks, returnURLs := read("webhooks.json"), read("return-urls.json")
	judgements := map[string][]map[string]any{}
	for _, vector := range webhooks.Vectors {
		headers := http.Header{}
		for name, value := range vector.Headers {
			headers[name] = []string{value}
		}
		verified, err := planbok.VerifyWebhook([]byte(vector.Body), headers, vector.Secrets, at(webhooks.Now))
		if err != nil {
			judgements["webhooks"] = append(judgements["webhooks"], refused(err))
			continue
		}
		judgements["webhooks"] = append(judgements["webhooks"], map[string]any{"valid": true, "event": verified.Event, "known": verified.Known})
	}
	for _, vector := range returnURLs.Vectors {
		verified, err := planbok.VerifyReturnURL(vector.URL, vector.Secrets, at(returnURLs.Now))
		if err != nil {
			judgements["returnUrls"] = append(judgements["returnUrls"], refused(err))
			continue
		}
		judgement := map[string]any{"valid": true, "challengeId": verified.ChallengeID, "status": verified.Status}
		if verified.State != "" {
			judgement["state"] = verified.State
		}
		judgements["returnUrls"] = append(judgements["returnUrls"], judgement)
	}
	if err := json.NewEncoder(os.Stdout).Encode(judgements); err != nil {
		log.Fatal(err)
	}
}

func read(name string) (vectors document) {
	text, err := os.ReadFile(filepath.Join(os.Args[1], name))
	if err == nil {
		err = json.Unmarshal(text, &vectors)
	}
	if err != nil {
		log.Fatal(err)
	}
	return vectors
}

func at(seconds int64) planbok.VerifyOptions {
	return planbok.VerifyOptions{Now: func() time.Time { return time.Unix(seconds, 0) }}
}

func refused(err error) map[string]any {
	var verification *planbok.VerificationError
	if !errors.As(err, &verification) {
		return map[string]any{"valid": false, "reason": fmt.Sprint(err)}
	}
	return map[string]any{"valid": false, "reason": verification.Reason}
}
