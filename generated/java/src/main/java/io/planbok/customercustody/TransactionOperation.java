// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class TransactionOperation {
    public static final String TRANSFER = "transfer";
    public static final String CONTRACT_EXECUTION = "contract-execution";

    private TransactionOperation() {}
}
