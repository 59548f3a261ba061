// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** The codes of errors: what a program decides by. Treat one that is not here by its HTTP status. */
public final class ErrorCode {
    /** 400: A field is missing or malformed. */
    public static final String VALIDATION_FAILED = "validation_failed";
    /** 400: The body is not JSON. */
    public static final String MALFORMED_JSON = "malformed_json";
    /** 400: The address has a broken percent-encoding. */
    public static final String MALFORMED_URL = "malformed_url";
    /** 400: The return URL is refused. */
    public static final String REDIRECT_URL_NOT_ALLOWED = "redirect_url_not_allowed";
    /** 400: The chain is unknown or not enabled. */
    public static final String UNSUPPORTED_BLOCKCHAIN = "unsupported_blockchain";
    /** 400: The chain has no such operation. */
    public static final String UNSUPPORTED_OPERATION = "unsupported_operation";
    /** 400: The address is not one of that chain. */
    public static final String ADDRESS_INVALID = "address_invalid";
    /** 400: The amount cannot be sent. */
    public static final String AMOUNT_INVALID = "amount_invalid";
    /** 400: The typed data cannot be encoded. */
    public static final String TYPED_DATA_INVALID = "typed_data_invalid";
    /** 400: The message cannot be signed. */
    public static final String MESSAGE_INVALID = "message_invalid";
    /** 400: The transaction cannot be read. */
    public static final String TRANSACTION_INVALID = "transaction_invalid";
    /** 400: The delegate action cannot be read. */
    public static final String DELEGATE_ACTION_INVALID = "delegate_action_invalid";
    /** 400: The call cannot be encoded. */
    public static final String ABI_INVALID = "abi_invalid";
    /** 400: The endpoint URL is refused. */
    public static final String WEBHOOK_URL_NOT_ALLOWED = "webhook_url_not_allowed";
    /** 400: The PIN is easy to guess. */
    public static final String PIN_TOO_WEAK = "pin_too_weak";
    /** 400: The sealed secret cannot be opened. */
    public static final String SECRET_INVALID = "secret_invalid";
    /** 400: The sealed secret is too old. */
    public static final String SECRET_EXPIRED = "secret_expired";
    /** 401: The API key is unknown. */
    public static final String API_KEY_INVALID = "api_key_invalid";
    /** 401: The Gateway token is missing or wrong. */
    public static final String GATEWAY_TOKEN_INVALID = "gateway_token_invalid";
    /** 403: The API key header is missing. */
    public static final String API_KEY_MISSING = "api_key_missing";
    /** 403: The API key may only read. */
    public static final String API_KEY_READ_ONLY = "api_key_read_only";
    /** 403: The call came from a page of another origin. */
    public static final String ORIGIN_NOT_ALLOWED = "origin_not_allowed";
    /** 403: The PIN is wrong. */
    public static final String PIN_INCORRECT = "pin_incorrect";
    /** 403: The e-mail code is wrong. */
    public static final String RECOVERY_CODE_INCORRECT = "recovery_code_incorrect";
    /** 403: The answers are wrong. */
    public static final String RECOVERY_ANSWERS_INCORRECT = "recovery_answers_incorrect";
    /** 404: No such path. */
    public static final String ROUTE_NOT_FOUND = "route_not_found";
    /** 404: No such customer. */
    public static final String CUSTOMER_NOT_FOUND = "customer_not_found";
    /** 404: No such challenge, or it was pruned. */
    public static final String CHALLENGE_NOT_FOUND = "challenge_not_found";
    /** 404: No such wallet. */
    public static final String WALLET_NOT_FOUND = "wallet_not_found";
    /** 404: No such transaction. */
    public static final String TRANSACTION_NOT_FOUND = "transaction_not_found";
    /** 404: No such token. */
    public static final String TOKEN_NOT_FOUND = "token_not_found";
    /** 404: No such webhook endpoint. */
    public static final String WEBHOOK_ENDPOINT_NOT_FOUND = "webhook_endpoint_not_found";
    /** 404: No such delivery. */
    public static final String WEBHOOK_DELIVERY_NOT_FOUND = "webhook_delivery_not_found";
    /** 405: The path has no such method. */
    public static final String METHOD_NOT_ALLOWED = "method_not_allowed";
    /** 409: The idempotency key was used for another request. */
    public static final String IDEMPOTENCY_CONFLICT = "idempotency_conflict";
    /** 409: The first request is still running. */
    public static final String IDEMPOTENCY_IN_PROGRESS = "idempotency_in_progress";
    /** 409: The customer has no PIN yet. */
    public static final String PIN_NOT_SET = "pin_not_set";
    /** 409: The customer has a PIN already. */
    public static final String PIN_ALREADY_SET = "pin_already_set";
    /** 409: The customer has no recovery method. */
    public static final String RECOVERY_NOT_SET = "recovery_not_set";
    /** 409: The recovery was not checked in this challenge. */
    public static final String RECOVERY_NOT_VERIFIED = "recovery_not_verified";
    /** 409: There is no valid code. */
    public static final String RECOVERY_CODE_EXPIRED = "recovery_code_expired";
    /** 409: The challenge is finished. */
    public static final String CHALLENGE_NOT_PENDING = "challenge_not_pending";
    /** 409: The challenge has expired. */
    public static final String CHALLENGE_EXPIRED = "challenge_expired";
    /** 409: The sealed secret was used before. */
    public static final String SECRET_REPLAYED = "secret_replayed";
    /** 409: The token is registered already. */
    public static final String TOKEN_ALREADY_REGISTERED = "token_already_registered";
    /** 409: A native token cannot be removed. */
    public static final String TOKEN_NOT_REMOVABLE = "token_not_removable";
    /** 409: The transaction cannot be replaced. */
    public static final String TRANSACTION_NOT_REPLACEABLE = "transaction_not_replaceable";
    /** 409: The transaction cannot be moved there. */
    public static final String TRANSACTION_NOT_ADVANCEABLE = "transaction_not_advanceable";
    /** 413: The body is too large. */
    public static final String PAYLOAD_TOO_LARGE = "payload_too_large";
    /** 415: The body is not declared as JSON. */
    public static final String UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type";
    /** 422: There is too little money. */
    public static final String INSUFFICIENT_FUNDS = "insufficient_funds";
    /** 422: The contract refuses the call. */
    public static final String CONTRACT_CALL_REVERTED = "contract_call_reverted";
    /** 423: The customer is locked. */
    public static final String CUSTOMER_LOCKED = "customer_locked";
    /** 429: There were too many calls. */
    public static final String RATE_LIMITED = "rate_limited";
    /** 500: Something failed on our side. */
    public static final String INTERNAL_ERROR = "internal_error";
    /** 500: The mock's answer breaks the contract. */
    public static final String CONTRACT_VIOLATION = "contract_violation";

    private ErrorCode() {}
}
