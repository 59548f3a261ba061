# Made by `npm run generate` from the contract: do not edit.
"""The codes of errors: what a program decides by. Treat one that is not here by its HTTP status."""

VALIDATION_FAILED = "validation_failed"
"""400: A field is missing or malformed."""

MALFORMED_JSON = "malformed_json"
"""400: The body is not JSON."""

MALFORMED_URL = "malformed_url"
"""400: The address has a broken percent-encoding."""

REDIRECT_URL_NOT_ALLOWED = "redirect_url_not_allowed"
"""400: The return URL is refused."""

UNSUPPORTED_BLOCKCHAIN = "unsupported_blockchain"
"""400: The chain is unknown or not enabled."""

UNSUPPORTED_OPERATION = "unsupported_operation"
"""400: The chain has no such operation."""

ADDRESS_INVALID = "address_invalid"
"""400: The address is not one of that chain."""

AMOUNT_INVALID = "amount_invalid"
"""400: The amount cannot be sent."""

TYPED_DATA_INVALID = "typed_data_invalid"
"""400: The typed data cannot be encoded."""

MESSAGE_INVALID = "message_invalid"
"""400: The message cannot be signed."""

TRANSACTION_INVALID = "transaction_invalid"
"""400: The transaction cannot be read."""

DELEGATE_ACTION_INVALID = "delegate_action_invalid"
"""400: The delegate action cannot be read."""

ABI_INVALID = "abi_invalid"
"""400: The call cannot be encoded."""

WEBHOOK_URL_NOT_ALLOWED = "webhook_url_not_allowed"
"""400: The endpoint URL is refused."""

PIN_TOO_WEAK = "pin_too_weak"
"""400: The PIN is easy to guess."""

SECRET_INVALID = "secret_invalid"
"""400: The sealed secret cannot be opened."""

SECRET_EXPIRED = "secret_expired"
"""400: The sealed secret is too old."""

API_KEY_INVALID = "api_key_invalid"
"""401: The API key is unknown."""

GATEWAY_TOKEN_INVALID = "gateway_token_invalid"
"""401: The Gateway token is missing or wrong."""

API_KEY_MISSING = "api_key_missing"
"""403: The API key header is missing."""

API_KEY_READ_ONLY = "api_key_read_only"
"""403: The API key may only read."""

ORIGIN_NOT_ALLOWED = "origin_not_allowed"
"""403: The call came from a page of another origin."""

PIN_INCORRECT = "pin_incorrect"
"""403: The PIN is wrong."""

RECOVERY_CODE_INCORRECT = "recovery_code_incorrect"
"""403: The e-mail code is wrong."""

RECOVERY_ANSWERS_INCORRECT = "recovery_answers_incorrect"
"""403: The answers are wrong."""

ROUTE_NOT_FOUND = "route_not_found"
"""404: No such path."""

CUSTOMER_NOT_FOUND = "customer_not_found"
"""404: No such customer."""

CHALLENGE_NOT_FOUND = "challenge_not_found"
"""404: No such challenge, or it was pruned."""

WALLET_NOT_FOUND = "wallet_not_found"
"""404: No such wallet."""

TRANSACTION_NOT_FOUND = "transaction_not_found"
"""404: No such transaction."""

TOKEN_NOT_FOUND = "token_not_found"
"""404: No such token."""

WEBHOOK_ENDPOINT_NOT_FOUND = "webhook_endpoint_not_found"
"""404: No such webhook endpoint."""

WEBHOOK_DELIVERY_NOT_FOUND = "webhook_delivery_not_found"
"""404: No such delivery."""

METHOD_NOT_ALLOWED = "method_not_allowed"
"""405: The path has no such method."""

IDEMPOTENCY_CONFLICT = "idempotency_conflict"
"""409: The idempotency key was used for another request."""

IDEMPOTENCY_IN_PROGRESS = "idempotency_in_progress"
"""409: The first request is still running."""

PIN_NOT_SET = "pin_not_set"
"""409: The customer has no PIN yet."""

PIN_ALREADY_SET = "pin_already_set"
"""409: The customer has a PIN already."""

RECOVERY_NOT_SET = "recovery_not_set"
"""409: The customer has no recovery method."""

RECOVERY_NOT_VERIFIED = "recovery_not_verified"
"""409: The recovery was not checked in this challenge."""

RECOVERY_CODE_EXPIRED = "recovery_code_expired"
"""409: There is no valid code."""

CHALLENGE_NOT_PENDING = "challenge_not_pending"
"""409: The challenge is finished."""

CHALLENGE_EXPIRED = "challenge_expired"
"""409: The challenge has expired."""

SECRET_REPLAYED = "secret_replayed"
"""409: The sealed secret was used before."""

TOKEN_ALREADY_REGISTERED = "token_already_registered"
"""409: The token is registered already."""

TOKEN_NOT_REMOVABLE = "token_not_removable"
"""409: A native token cannot be removed."""

TRANSACTION_NOT_REPLACEABLE = "transaction_not_replaceable"
"""409: The transaction cannot be replaced."""

TRANSACTION_NOT_ADVANCEABLE = "transaction_not_advanceable"
"""409: The transaction cannot be moved there."""

PAYLOAD_TOO_LARGE = "payload_too_large"
"""413: The body is too large."""

UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type"
"""415: The body is not declared as JSON."""

INSUFFICIENT_FUNDS = "insufficient_funds"
"""422: There is too little money."""

CONTRACT_CALL_REVERTED = "contract_call_reverted"
"""422: The contract refuses the call."""

CUSTOMER_LOCKED = "customer_locked"
"""423: The customer is locked."""

RATE_LIMITED = "rate_limited"
"""429: There were too many calls."""

INTERNAL_ERROR = "internal_error"
"""500: Something failed on our side."""

CONTRACT_VIOLATION = "contract_violation"
"""500: The mock's answer breaks the contract."""
