<?php

// Made by `npm run generate` from the contract: do not edit.

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** Values of the contract. More may come: accept what is not here. */
final class ChallengeFailureCode
{
    public const REJECTED = 'rejected';
    public const EXPIRED = 'expired';
    public const CANCELLED = 'cancelled';
    public const LOCKED_OUT = 'locked_out';
    public const SUPERSEDED = 'superseded';
    public const SIGNING_FAILED = 'signing_failed';
    public const BROADCAST_FAILED = 'broadcast_failed';
}
