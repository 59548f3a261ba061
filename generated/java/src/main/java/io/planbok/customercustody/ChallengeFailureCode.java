// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class ChallengeFailureCode {
    public static final String REJECTED = "rejected";
    public static final String EXPIRED = "expired";
    public static final String CANCELLED = "cancelled";
    public static final String LOCKED_OUT = "locked_out";
    public static final String SUPERSEDED = "superseded";
    public static final String SIGNING_FAILED = "signing_failed";
    public static final String BROADCAST_FAILED = "broadcast_failed";

    private ChallengeFailureCode() {}
}
