<?php

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** Tells whether webhooks and returns are genuine. While a secret is rotated, give the new one and the old one. */
final class Verifier
{
    private const TOLERANCE_SECONDS = 300;

    /**
     * Verifies that a request to your webhook endpoint is the API's, and reads its event.
     *
     * @param string $rawBody what came over the wire, before any parser: file_get_contents('php://input')
     * @param array<string, string|string[]> $headers in any case, as getallheaders() has them
     * @param string|string[] $secrets
     * @param ?float $now Unix seconds; the machine's without it. It must not be more than 300 seconds off
     * @throws \InvalidArgumentException when no secret is given, or an empty one
     */
    public static function verifyWebhook(
        string $rawBody,
        array $headers,
        #[\SensitiveParameter] string|array $secrets,
        ?float $now = null,
    ): VerifiedWebhook|Refused {
        $list = self::listOf($secrets);
        $sent = [];
        foreach ($headers as $name => $value) {
            $sent[strtolower((string) $name)] = is_array($value) ? implode(', ', $value) : (string) $value;
        }
        foreach (['X-Webhook-Timestamp', 'X-Webhook-Signature'] as $name) {
            if (!isset($sent[strtolower($name)])) {
                return new Refused(Refusal::MissingHeader, "The header {$name} is missing.");
            }
        }
        $timestamp = $sent['x-webhook-timestamp'];
        $refused = self::refuseTimestamp($timestamp, $now);
        if ($refused !== null) {
            return $refused;
        }
        [$scheme, $hex] = self::splitOnce($sent['x-webhook-signature']);
        if ($scheme !== 'sha256') {
            return new Refused(Refusal::UnknownScheme, 'The signature is not of the scheme sha256.');
        }
        if (!self::isHmac($hex)) {
            return new Refused(Refusal::MalformedSignature, 'The signature is not 64 lower-case hexadecimal digits.');
        }
        [$previousScheme, $previousHex] = self::splitOnce($sent['x-webhook-signature-previous'] ?? '');
        $previous = $previousScheme === 'sha256' && self::isHmac($previousHex) ? [$previousHex] : [];
        if (!self::isSigned("{$timestamp}.{$rawBody}", [$hex, ...$previous], $list)) {
            return new Refused(
                Refusal::WrongSignature,
                'The signature is of another body, or made with another secret. It is over the bytes as they came, before any parser.',
            );
        }
        $event = self::eventOf($rawBody);
        if ($event === null) {
            return new Refused(Refusal::MalformedBody, 'The body is signed, but is no event.');
        }
        return new VerifiedWebhook($event, new \DateTimeImmutable("@{$timestamp}"));
    }

    /**
     * Verifies that a browser that comes back was sent by the Gateway, and reads what it brings. It is a hint that can be
     * trusted at once; what counts is the challenge as the API reads it. Compare `state` with the one that this user was
     * sent away with: the signature does not tell whose browser it is.
     *
     * @param string $url that of the request: whole, or its path and query, as $_SERVER['REQUEST_URI'] has them
     * @param string|string[] $secrets
     * @param ?float $now Unix seconds; the machine's without it. It must not be more than 300 seconds off
     * @throws \InvalidArgumentException when no secret is given, or an empty one
     */
    public static function verifyReturnUrl(
        string $url,
        #[\SensitiveParameter] string|array $secrets,
        ?float $now = null,
    ): VerifiedReturn|Refused {
        $list = self::listOf($secrets);
        $query = self::queryOf($url);
        foreach (['challengeId', 'status', 'timestamp', 'signature', 'state'] as $name) {
            $count = count($query[$name] ?? []);
            if ($count > 1) {
                return new Refused(Refusal::RepeatedParameter, "The parameter {$name} is there {$count} times.");
            }
            if ($count === 0 && $name !== 'state') {
                return new Refused(Refusal::MissingParameter, "The parameter {$name} is missing.");
            }
        }
        [$challengeId, $status, $timestamp, $signature] = array_map(
            static fn (string $name): string => $query[$name][0],
            ['challengeId', 'status', 'timestamp', 'signature'],
        );
        $state = $query['state'][0] ?? '';
        // What is signed is joined by dots: only parts without one can be told apart.
        $isEnd = in_array($status, [ReturnStatus::VERIFIED, ReturnStatus::FAILED], true);
        if (!$isEnd || preg_match('/^[0-9a-f]{24}$/D', $challengeId) !== 1) {
            return new Refused(
                Refusal::MalformedParameter,
                'The challengeId is not 24 hexadecimal digits, or the status is neither verified nor failed.',
            );
        }
        $refused = self::refuseTimestamp($timestamp, $now);
        if ($refused !== null) {
            return $refused;
        }
        if (!self::isHmac($signature)) {
            return new Refused(Refusal::MalformedSignature, 'The signature is not 64 lower-case hexadecimal digits.');
        }
        if (!self::isSigned("{$timestamp}.{$challengeId}.{$status}.{$state}", [$signature], $list)) {
            return new Refused(Refusal::WrongSignature, 'The signature is of other values, or made with another secret.');
        }
        return new VerifiedReturn($challengeId, $status, $state === '' ? null : $state, new \DateTimeImmutable("@{$timestamp}"));
    }

    private static function refuseTimestamp(string $timestamp, ?float $now): ?Refused
    {
        if (preg_match('/^[0-9]{10,11}$/D', $timestamp) !== 1) {
            return new Refused(Refusal::MalformedTimestamp, 'The timestamp is not in Unix seconds.');
        }
        $age = ($now ?? microtime(true)) - (int) $timestamp;
        if ($age > self::TOLERANCE_SECONDS) {
            $message = sprintf('It was signed %d seconds ago, more than %d: it may be a replay.', $age, self::TOLERANCE_SECONDS);
            return new Refused(Refusal::TooOld, $message);
        }
        if ($age < -self::TOLERANCE_SECONDS) {
            $message = sprintf("It was signed %d seconds in the future. Look at this machine's clock.", -$age);
            return new Refused(Refusal::FromFuture, $message);
        }
        return null;
    }

    /**
     * Anybody could sign with no secret, or an empty one.
     *
     * @return string[]
     */
    private static function listOf(#[\SensitiveParameter] string|array $secrets): array
    {
        $list = (array) $secrets;
        if ($list === [] || array_filter($list, static fn (mixed $secret): bool => !is_string($secret) || $secret === '') !== []) {
            throw new \InvalidArgumentException('A webhook secret is missing or empty. Look at where it is read from.');
        }
        return $list;
    }

    /** Whether one of the signatures is of this message and one of the secrets; compared in constant time. */
    private static function isSigned(string $message, array $signatures, #[\SensitiveParameter] array $secrets): bool
    {
        foreach ($secrets as $secret) {
            $expected = hash_hmac('sha256', $message, $secret);
            foreach ($signatures as $signature) {
                if (hash_equals($expected, $signature)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static function isHmac(string $hex): bool
    {
        return preg_match('/^[0-9a-f]{64}$/D', $hex) === 1;
    }

    /** @return array{string, string} */
    private static function splitOnce(string $signature): array
    {
        return explode('=', $signature, 2) + [1 => ''];
    }

    private static function eventOf(string $body): ?object
    {
        $event = json_decode($body, true);
        if (!is_array($event) || !is_string($event['event'] ?? null)) {
            return null;
        }
        $class = WebhookEvents::CLASSES[$event['event']] ?? null;
        if ($class !== null) {
            return $class::fromArray($event);
        }
        return new UnknownEvent($event['event'], $event['timestamp'] ?? '', $event['idempotencyKey'] ?? '', $event['data'] ?? []);
    }

    /**
     * The parameters of a URL, each with its values. parse_str() changes names, and keeps the last value alone.
     *
     * @return array<string, list<string>>
     */
    private static function queryOf(string $url): array
    {
        $query = explode('?', explode('#', $url, 2)[0], 2)[1] ?? '';
        $parameters = [];
        foreach (explode('&', $query) as $pair) {
            [$name, $value] = explode('=', $pair, 2) + [1 => ''];
            $parameters[urldecode($name)][] = urldecode($value);
        }
        return $parameters;
    }
}
