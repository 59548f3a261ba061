// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class GatewayAction {
    public static final String SET_PIN = "set-pin";
    public static final String SET_RECOVERY = "set-recovery";
    public static final String CHANGE_PIN = "change-pin";
    public static final String RESET_PIN = "reset-pin";
    public static final String CONFIRM = "confirm";

    private GatewayAction() {}
}
