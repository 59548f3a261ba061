package planbok

import (
	"encoding/json"
	"errors"
)

// The generated code has a decoder for each union, and calls none: without these methods a union is a map.

// UnmarshalJSON reads a challenge, with the result of its task: switch result := (*challenge.Result).(type).
func (c *Challenge) UnmarshalJSON(data []byte) error {
	type plain Challenge
	var unions struct {
		Result json.RawMessage `json:"result"`
	}
	if err := errors.Join(json.Unmarshal(data, (*plain)(c)), json.Unmarshal(data, &unions)); err != nil || c.Result == nil {
		return err
	}
	result, err := UnmarshalChallengeResult(unions.Result)
	c.Result = &result
	return err
}

// UnmarshalJSON reads what the event challenge.completed tells, with the result of the task.
func (d *ChallengeCompletedEventData) UnmarshalJSON(data []byte) error {
	type plain ChallengeCompletedEventData
	var unions struct {
		Result json.RawMessage `json:"result"`
	}
	if err := errors.Join(json.Unmarshal(data, (*plain)(d)), json.Unmarshal(data, &unions)); err != nil || d.Result == nil {
		return err
	}
	result, err := UnmarshalChallengeResult(unions.Result)
	d.Result = &result
	return err
}

// UnmarshalJSON reads an estimate, with the quotes of its chain's family.
func (e *FeeEstimate) UnmarshalJSON(data []byte) error {
	type plain FeeEstimate
	var unions struct {
		Low, Medium, High json.RawMessage
	}
	if err := errors.Join(json.Unmarshal(data, (*plain)(e)), json.Unmarshal(data, &unions)); err != nil {
		return err
	}
	low, errLow := UnmarshalFeeQuote(unions.Low)
	medium, errMedium := UnmarshalFeeQuote(unions.Medium)
	high, errHigh := UnmarshalFeeQuote(unions.High)
	e.Low, e.Medium, e.High = low, medium, high
	return errors.Join(errLow, errMedium, errHigh)
}
