// Made by `npm run generate` from the contract: do not edit.

package planbok

import "regexp"

// ContractVersion is the version of the contract that this package was made from.
const ContractVersion = "2.0.0"

// The codes of errors: what a program decides by. Treat one that is not here by its HTTP status.
const (
	// 400: A field is missing or malformed.
	CodeValidationFailed ErrorCode = "validation_failed"
	// 400: The body is not JSON.
	CodeMalformedJSON ErrorCode = "malformed_json"
	// 400: The address has a broken percent-encoding.
	CodeMalformedURL ErrorCode = "malformed_url"
	// 400: The return URL is refused.
	CodeRedirectURLNotAllowed ErrorCode = "redirect_url_not_allowed"
	// 400: The chain is unknown or not enabled.
	CodeUnsupportedBlockchain ErrorCode = "unsupported_blockchain"
	// 400: The chain has no such operation.
	CodeUnsupportedOperation ErrorCode = "unsupported_operation"
	// 400: The address is not one of that chain.
	CodeAddressInvalid ErrorCode = "address_invalid"
	// 400: The amount cannot be sent.
	CodeAmountInvalid ErrorCode = "amount_invalid"
	// 400: The typed data cannot be encoded.
	CodeTypedDataInvalid ErrorCode = "typed_data_invalid"
	// 400: The message cannot be signed.
	CodeMessageInvalid ErrorCode = "message_invalid"
	// 400: The transaction cannot be read.
	CodeTransactionInvalid ErrorCode = "transaction_invalid"
	// 400: The delegate action cannot be read.
	CodeDelegateActionInvalid ErrorCode = "delegate_action_invalid"
	// 400: The call cannot be encoded.
	CodeABIInvalid ErrorCode = "abi_invalid"
	// 400: The endpoint URL is refused.
	CodeWebhookURLNotAllowed ErrorCode = "webhook_url_not_allowed"
	// 400: The PIN is easy to guess.
	CodePinTooWeak ErrorCode = "pin_too_weak"
	// 400: The sealed secret cannot be opened.
	CodeSecretInvalid ErrorCode = "secret_invalid"
	// 400: The sealed secret is too old.
	CodeSecretExpired ErrorCode = "secret_expired"
	// 401: The API key is unknown.
	CodeAPIKeyInvalid ErrorCode = "api_key_invalid"
	// 401: The Gateway token is missing or wrong.
	CodeGatewayTokenInvalid ErrorCode = "gateway_token_invalid"
	// 403: The API key header is missing.
	CodeAPIKeyMissing ErrorCode = "api_key_missing"
	// 403: The API key may only read.
	CodeAPIKeyReadOnly ErrorCode = "api_key_read_only"
	// 403: The call came from a page of another origin.
	CodeOriginNotAllowed ErrorCode = "origin_not_allowed"
	// 403: The PIN is wrong.
	CodePinIncorrect ErrorCode = "pin_incorrect"
	// 403: The e-mail code is wrong.
	CodeRecoveryCodeIncorrect ErrorCode = "recovery_code_incorrect"
	// 403: The answers are wrong.
	CodeRecoveryAnswersIncorrect ErrorCode = "recovery_answers_incorrect"
	// 404: No such path.
	CodeRouteNotFound ErrorCode = "route_not_found"
	// 404: No such customer.
	CodeCustomerNotFound ErrorCode = "customer_not_found"
	// 404: No such challenge, or it was pruned.
	CodeChallengeNotFound ErrorCode = "challenge_not_found"
	// 404: No such wallet.
	CodeWalletNotFound ErrorCode = "wallet_not_found"
	// 404: No such transaction.
	CodeTransactionNotFound ErrorCode = "transaction_not_found"
	// 404: No such token.
	CodeTokenNotFound ErrorCode = "token_not_found"
	// 404: No such webhook endpoint.
	CodeWebhookEndpointNotFound ErrorCode = "webhook_endpoint_not_found"
	// 404: No such delivery.
	CodeWebhookDeliveryNotFound ErrorCode = "webhook_delivery_not_found"
	// 405: The path has no such method.
	CodeMethodNotAllowed ErrorCode = "method_not_allowed"
	// 409: The idempotency key was used for another request.
	CodeIdempotencyConflict ErrorCode = "idempotency_conflict"
	// 409: The first request is still running.
	CodeIdempotencyInProgress ErrorCode = "idempotency_in_progress"
	// 409: The customer has no PIN yet.
	CodePinNotSet ErrorCode = "pin_not_set"
	// 409: The customer has a PIN already.
	CodePinAlreadySet ErrorCode = "pin_already_set"
	// 409: The customer has no recovery method.
	CodeRecoveryNotSet ErrorCode = "recovery_not_set"
	// 409: The recovery was not checked in this challenge.
	CodeRecoveryNotVerified ErrorCode = "recovery_not_verified"
	// 409: There is no valid code.
	CodeRecoveryCodeExpired ErrorCode = "recovery_code_expired"
	// 409: The challenge is finished.
	CodeChallengeNotPending ErrorCode = "challenge_not_pending"
	// 409: The challenge has expired.
	CodeChallengeExpired ErrorCode = "challenge_expired"
	// 409: The sealed secret was used before.
	CodeSecretReplayed ErrorCode = "secret_replayed"
	// 409: The token is registered already.
	CodeTokenAlreadyRegistered ErrorCode = "token_already_registered"
	// 409: A native token cannot be removed.
	CodeTokenNotRemovable ErrorCode = "token_not_removable"
	// 409: The transaction cannot be replaced.
	CodeTransactionNotReplaceable ErrorCode = "transaction_not_replaceable"
	// 409: The transaction cannot be moved there.
	CodeTransactionNotAdvanceable ErrorCode = "transaction_not_advanceable"
	// 413: The body is too large.
	CodePayloadTooLarge ErrorCode = "payload_too_large"
	// 415: The body is not declared as JSON.
	CodeUnsupportedMediaType ErrorCode = "unsupported_media_type"
	// 422: There is too little money.
	CodeInsufficientFunds ErrorCode = "insufficient_funds"
	// 422: The contract refuses the call.
	CodeContractCallReverted ErrorCode = "contract_call_reverted"
	// 423: The customer is locked.
	CodeCustomerLocked ErrorCode = "customer_locked"
	// 429: There were too many calls.
	CodeRateLimited ErrorCode = "rate_limited"
	// 500: Something failed on our side.
	CodeInternalError ErrorCode = "internal_error"
	// 500: The mock's answer breaks the contract.
	CodeContractViolation ErrorCode = "contract_violation"
)

var knownEvents = map[string]bool{
	"transaction.created":         true,
	"transaction.signed":          true,
	"transaction.broadcast":       true,
	"transaction.confirmed":       true,
	"transaction.failed":          true,
	"transaction.accelerated":     true,
	"transaction.cancelled":       true,
	"wallet.created":              true,
	"customer.created":            true,
	"customer.pin_setup":          true,
	"customer.locked_out":         true,
	"customer.recovery_initiated": true,
	"customer.recovery_completed": true,
	"challenge.completed":         true,
	"webhook_endpoint.pinged":     true,
}

// The paths whose POST takes an idempotency key.
var keyedPaths = regexp.MustCompile(`(/v2/customers|/v2/customers/[^/]+/initialize|/v2/customers/[^/]+/recovery|/v2/customers/[^/]+/update-pin|/v2/customers/[^/]+/reset-pin|/v2/customers/[^/]+/export-private-keys|/v2/customers/[^/]+/wallet/create|/v2/customers/[^/]+/transactions/transfer|/v2/customers/[^/]+/transactions/contract-execution|/v2/customers/[^/]+/transactions/[^/]+/cancel|/v2/customers/[^/]+/transactions/[^/]+/accelerate|/v2/customers/[^/]+/sign/message|/v2/customers/[^/]+/sign/typed-data|/v2/customers/[^/]+/sign/transaction|/v2/customers/[^/]+/sign/delegate-action|/v2/tokens|/v2/webhook-endpoints)$`)
