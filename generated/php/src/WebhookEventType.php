<?php

// Made by `npm run generate` from the contract: do not edit.

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** Values of the contract. More may come: accept what is not here. */
final class WebhookEventType
{
    public const TRANSACTION_CREATED = 'transaction.created';
    public const TRANSACTION_SIGNED = 'transaction.signed';
    public const TRANSACTION_BROADCAST = 'transaction.broadcast';
    public const TRANSACTION_CONFIRMED = 'transaction.confirmed';
    public const TRANSACTION_FAILED = 'transaction.failed';
    public const TRANSACTION_ACCELERATED = 'transaction.accelerated';
    public const TRANSACTION_CANCELLED = 'transaction.cancelled';
    public const WALLET_CREATED = 'wallet.created';
    public const CUSTOMER_CREATED = 'customer.created';
    public const CUSTOMER_PIN_SETUP = 'customer.pin_setup';
    public const CUSTOMER_LOCKED_OUT = 'customer.locked_out';
    public const CUSTOMER_RECOVERY_INITIATED = 'customer.recovery_initiated';
    public const CUSTOMER_RECOVERY_COMPLETED = 'customer.recovery_completed';
    public const CHALLENGE_COMPLETED = 'challenge.completed';
    public const WEBHOOK_ENDPOINT_PINGED = 'webhook_endpoint.pinged';
}
