// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class SandboxTransactionTarget {
    public static final String SIGNED = "signed";
    public static final String BROADCAST = "broadcast";
    public static final String CONFIRMED = "confirmed";
    public static final String FAILED = "failed";

    private SandboxTransactionTarget() {}
}
