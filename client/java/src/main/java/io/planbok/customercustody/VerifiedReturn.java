package io.planbok.customercustody;

import java.time.Instant;

/** What a browser that comes back turned out to bring. */
public sealed interface VerifiedReturn {
    /**
     * The Gateway has sent it. {@code status} is {@link ReturnStatus#VERIFIED} or {@link ReturnStatus#FAILED};
     * {@code state} is that of your request, and null if it had none.
     */
    record Genuine(String challengeId, String status, String state, Instant signedAt) implements VerifiedReturn {}

    /** It is not to be trusted. {@code message} says why, for the developer; tell the browser nothing of it. */
    record Refused(Refusal reason, String message) implements VerifiedReturn {}
}
