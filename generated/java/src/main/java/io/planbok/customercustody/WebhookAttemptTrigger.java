// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class WebhookAttemptTrigger {
    public static final String SCHEDULE = "schedule";
    public static final String REDELIVERY = "redelivery";

    private WebhookAttemptTrigger() {}
}
