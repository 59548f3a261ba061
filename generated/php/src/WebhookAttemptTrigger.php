<?php

// Made by `npm run generate` from the contract: do not edit.

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** Values of the contract. More may come: accept what is not here. */
final class WebhookAttemptTrigger
{
    public const SCHEDULE = 'schedule';
    public const REDELIVERY = 'redelivery';
}
