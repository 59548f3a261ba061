<?php

/** Prints as JSON how the verifiers judge the vectors of the folder that is named. */

declare(strict_types=1);

require 'vendor/autoload.php';

use Planbok\CustomerCustody\{Refused, UnknownEvent, Verifier};

set_error_handler(static fn (int $level, string $message) => throw new ErrorException($message, 0, $level));

function judge(string $file, callable $verify): array
{
    ['now' => $now, 'vectors' => $vectors] = json_decode(file_get_contents($file), true, flags: JSON_THROW_ON_ERROR);
    return array_map(static function (array $vector) use ($verify, $now): array {
        $verified = $verify($vector, $now);
        return $verified instanceof Refused ? ['valid' => false, 'reason' => $verified->reason->value] : $verified;
    }, $vectors);
}

function webhook(array $vector, int $now): array|Refused
{
    $verified = Verifier::verifyWebhook($vector['body'], $vector['headers'], $vector['secrets'], $now);
    if (!$verified->ok) {
        return $verified;
    }
    return ['valid' => true, 'event' => $verified->event->event, 'known' => !$verified->event instanceof UnknownEvent];
}

function returnUrl(array $vector, int $now): array|Refused
{
    $verified = Verifier::verifyReturnUrl($vector['url'], $vector['secrets'], $now);
    if (!$verified->ok) {
        return $verified;
    }
    $state = $verified->state === null ? [] : ['state' => $verified->state];
    return ['valid' => true, 'challengeId' => $verified->challengeId, 'status' => $verified->status, ...$state];
}

echo json_encode(['webhooks' => judge("{$argv[1]}/webhooks.json", webhook(...)), 'returnUrls' => judge("{$argv[1]}/return-urls.json", returnUrl(...))]);
