// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class WebhookDisabledReason {
    public static final String REQUESTED = "requested";
    public static final String GONE = "gone";

    private WebhookDisabledReason() {}
}
