<?php

// Made by `npm run generate` from the contract: do not edit.

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** The class of each event. */
final class WebhookEvents
{
    public const CLASSES = [
        'transaction.created' => TransactionCreatedEvent::class,
        'transaction.signed' => TransactionSignedEvent::class,
        'transaction.broadcast' => TransactionBroadcastEvent::class,
        'transaction.confirmed' => TransactionConfirmedEvent::class,
        'transaction.failed' => TransactionFailedEvent::class,
        'transaction.accelerated' => TransactionAcceleratedEvent::class,
        'transaction.cancelled' => TransactionCancelledEvent::class,
        'wallet.created' => WalletCreatedEvent::class,
        'customer.created' => CustomerCreatedEvent::class,
        'customer.pin_setup' => CustomerPinSetupEvent::class,
        'customer.locked_out' => CustomerLockedOutEvent::class,
        'customer.recovery_initiated' => CustomerRecoveryInitiatedEvent::class,
        'customer.recovery_completed' => CustomerRecoveryCompletedEvent::class,
        'challenge.completed' => ChallengeCompletedEvent::class,
        'webhook_endpoint.pinged' => WebhookEndpointPingedEvent::class,
    ];
}
