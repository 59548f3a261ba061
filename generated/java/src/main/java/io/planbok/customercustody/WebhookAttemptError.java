// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class WebhookAttemptError {
    public static final String TIMEOUT = "timeout";
    public static final String CONNECTION_FAILED = "connection_failed";
    public static final String STATUS = "status";
    public static final String REDIRECT = "redirect";

    private WebhookAttemptError() {}
}
