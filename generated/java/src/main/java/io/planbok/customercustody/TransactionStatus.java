// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class TransactionStatus {
    public static final String PENDING = "pending";
    public static final String SIGNED = "signed";
    public static final String BROADCAST = "broadcast";
    public static final String CONFIRMED = "confirmed";
    public static final String FAILED = "failed";
    public static final String CANCELLED = "cancelled";

    private TransactionStatus() {}
}
