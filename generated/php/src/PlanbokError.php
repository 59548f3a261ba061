<?php

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/**
 * A call was answered with an error. Decide by `code`; the message is for the developer.
 *
 * Where no answer came, a call throws a TimeoutError, or a RuntimeException that is no PlanbokError.
 */
final class PlanbokError extends ApiError
{
    /** @var string One of ErrorCode, or one that came later; invalid_answer when something else than the API has answered. */
    public $code = 'invalid_answer';

    /** Names the request in the service's logs; null when something else than the API has answered. */
    public readonly ?string $requestId;

    /** @var list<ErrorDetail> The faults of the request, one by one; empty when the fault is not in the request. */
    public readonly array $details;

    /** Where this error is explained; null when something else than the API has answered. */
    public readonly ?string $documentationUrl;

    /** How many seconds to wait before the next attempt; null where the API does not say. */
    public readonly ?int $retryAfterSeconds;

    public function __construct(string $url, int $status, string $reason, mixed $body, string $retryAfter = '')
    {
        parent::__construct($url, $status, $reason, $body);
        $envelope = is_array($body) ? array_filter($body, is_string(...)) : [];
        $this->code = $envelope['code'] ?? 'invalid_answer';
        $this->message = isset($envelope['code'])
            ? $envelope['message'] ?? $envelope['code']
            : "The answer with status {$status} is not one of the API's. Look at serverUrl, and at what stands between you and it.";
        $this->requestId = $envelope['requestId'] ?? null;
        $this->documentationUrl = $envelope['documentationUrl'] ?? null;
        $this->retryAfterSeconds = ctype_digit($retryAfter) ? (int) $retryAfter : null;
        $details = $body['errors']['details'] ?? null;
        $this->details = array_map(self::detailOf(...), array_values(array_filter(is_array($details) ? $details : [], is_array(...))));
    }

    private static function detailOf(array $each): ErrorDetail
    {
        $texts = array_filter($each, is_string(...));
        return new ErrorDetail($texts['path'] ?? '', $texts['code'] ?? '', $texts['message'] ?? '');
    }
}
