<?php

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** An event that came after this version of the contract. Ignore it, and answer with 2xx. */
final class UnknownEvent
{
    /** @param array<string, mixed> $data */
    public function __construct(
        public readonly string $event,
        public readonly string $timestamp,
        public readonly string $idempotencyKey,
        public readonly array $data,
    ) {
    }
}
