<?php

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** It is not to be trusted. `message` says why, for the developer; tell the caller nothing of it. */
final class Refused
{
    public readonly bool $ok;

    public function __construct(public readonly Refusal $reason, public readonly string $message)
    {
        $this->ok = false;
    }
}
