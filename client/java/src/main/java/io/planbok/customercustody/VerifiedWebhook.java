package io.planbok.customercustody;

import io.planbok.customercustody.Client.WebhookEvent;
import java.time.Instant;

/** What a request to a webhook endpoint turned out to be. */
public sealed interface VerifiedWebhook {
    /**
     * It is the API's. {@code event} is the record of its name, or a {@link Client.UnknownEvent}. Events come at least once:
     * remember {@code event.idempotencyKey()}, and do nothing when it comes again.
     */
    record Genuine(WebhookEvent event, Instant signedAt) implements VerifiedWebhook {}

    /** It is not to be trusted. {@code message} says why, for the developer; tell the caller nothing of it. */
    record Refused(Refusal reason, String message) implements VerifiedWebhook {}
}
