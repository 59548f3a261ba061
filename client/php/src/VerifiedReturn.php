<?php

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** The Gateway has sent this browser. */
final class VerifiedReturn
{
    public readonly bool $ok;

    /**
     * @param string $status ReturnStatus::VERIFIED or ReturnStatus::FAILED
     * @param ?string $state that of your request, if it had one
     */
    public function __construct(
        public readonly string $challengeId,
        public readonly string $status,
        public readonly ?string $state,
        public readonly \DateTimeImmutable $signedAt,
    ) {
        $this->ok = true;
    }
}
