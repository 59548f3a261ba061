// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** The version of the contract that this package was made from. */
public final class ContractVersion {
    public static final String VALUE = "2.0.0";

    private ContractVersion() {}
}
