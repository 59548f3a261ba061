// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class RecoveryMethod {
    public static final String QUESTIONS = "questions";
    public static final String EMAIL = "email";

    private RecoveryMethod() {}
}
