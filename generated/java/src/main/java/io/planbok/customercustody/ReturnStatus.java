// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class ReturnStatus {
    public static final String VERIFIED = "verified";
    public static final String FAILED = "failed";

    private ReturnStatus() {}
}
