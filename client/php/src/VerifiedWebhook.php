<?php

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/**
 * It is the API's. Events come at least once: remember `event->idempotencyKey`, and do nothing when it comes again.
 */
final class VerifiedWebhook
{
    public readonly bool $ok;

    /** @param object $event of the class of its name, as TransactionConfirmedEvent; an UnknownEvent if it came later */
    public function __construct(public readonly object $event, public readonly \DateTimeImmutable $signedAt)
    {
        $this->ok = true;
    }
}
