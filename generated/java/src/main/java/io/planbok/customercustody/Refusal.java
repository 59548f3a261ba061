package io.planbok.customercustody;

/** Why a webhook or a return is not to be trusted. */
public enum Refusal {
    MISSING_HEADER,
    MISSING_PARAMETER,
    REPEATED_PARAMETER,
    MALFORMED_PARAMETER,
    MALFORMED_TIMESTAMP,
    TOO_OLD,
    FROM_FUTURE,
    UNKNOWN_SCHEME,
    MALFORMED_SIGNATURE,
    WRONG_SIGNATURE,
    MALFORMED_BODY
}
