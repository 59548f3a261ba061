// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class WebhookEventType {
    public static final String TRANSACTION_CREATED = "transaction.created";
    public static final String TRANSACTION_SIGNED = "transaction.signed";
    public static final String TRANSACTION_BROADCAST = "transaction.broadcast";
    public static final String TRANSACTION_CONFIRMED = "transaction.confirmed";
    public static final String TRANSACTION_FAILED = "transaction.failed";
    public static final String TRANSACTION_ACCELERATED = "transaction.accelerated";
    public static final String TRANSACTION_CANCELLED = "transaction.cancelled";
    public static final String WALLET_CREATED = "wallet.created";
    public static final String CUSTOMER_CREATED = "customer.created";
    public static final String CUSTOMER_PIN_SETUP = "customer.pin_setup";
    public static final String CUSTOMER_LOCKED_OUT = "customer.locked_out";
    public static final String CUSTOMER_RECOVERY_INITIATED = "customer.recovery_initiated";
    public static final String CUSTOMER_RECOVERY_COMPLETED = "customer.recovery_completed";
    public static final String CHALLENGE_COMPLETED = "challenge.completed";
    public static final String WEBHOOK_ENDPOINT_PINGED = "webhook_endpoint.pinged";

    private WebhookEventType() {}
}
