// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class ChallengeTask {
    public static final String INITIALIZE = "initialize";
    public static final String RECOVERY = "recovery";
    public static final String UPDATE_PIN = "update-pin";
    public static final String RESET_PIN = "reset-pin";
    public static final String CREATE_WALLET = "create-wallet";
    public static final String TRANSFER = "transfer";
    public static final String CONTRACT_EXECUTION = "contract-execution";
    public static final String SIGN_MESSAGE = "sign-message";
    public static final String SIGN_TYPED_DATA = "sign-typed-data";
    public static final String SIGN_TRANSACTION = "sign-transaction";
    public static final String SIGN_DELEGATE_ACTION = "sign-delegate-action";
    public static final String EXPORT_PRIVATE_KEYS = "export-private-keys";
    public static final String CANCEL_TRANSACTION = "cancel-transaction";
    public static final String ACCELERATE_TRANSACTION = "accelerate-transaction";

    private ChallengeTask() {}
}
