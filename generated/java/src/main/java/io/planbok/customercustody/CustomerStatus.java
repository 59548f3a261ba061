// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class CustomerStatus {
    public static final String ACTIVE = "active";
    public static final String LOCKED = "locked";

    private CustomerStatus() {}
}
