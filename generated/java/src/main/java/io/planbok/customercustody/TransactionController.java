// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class TransactionController {
    public static final String CUSTOMER = "customer";
    public static final String ORGANIZATION = "organization";

    private TransactionController() {}
}
