// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class WebhookEndpointStatus {
    public static final String ACTIVE = "active";
    public static final String DISABLED = "disabled";

    private WebhookEndpointStatus() {}
}
