<?php

/** Makes calls to the server that is named, and prints as JSON what came of each. */

declare(strict_types=1);

require 'vendor/autoload.php';

use Planbok\CustomerCustody\{
    Blockchain, Client, Config, CreateCustomerRequest, PlanbokError, RotateWebhookSecretRequest, UpdateCustomerRequest, UpdateWalletRequest,
    ValidateAddressRequest, Verifier, WalletMetadata,
};

use function Planbok\CustomerCustody\unmarshalChallengeResult;

set_error_handler(static fn (int $level, string $message) => throw new ErrorException($message, 0, $level));

[, $serverUrl, $id] = $argv;
$planbok = new Client(new Config(apiKey: 'pk_test', serverUrl: $serverUrl));
$once = new Client(new Config(apiKey: 'pk_test', serverUrl: $serverUrl, retry: ['attempts' => 1]));
$sent = new ArrayObject();
$watched = new Client(new Config(apiKey: 'pk_test', serverUrl: $serverUrl, retry: ['attempts' => 1], middleware: [
    function (array $request, callable $next) use ($sent): array {
        $sent->exchangeArray($request);
        return $next($request);
    },
]));
$attempts = new ArrayObject();
$busy = new Client(new Config(apiKey: 'pk_test', serverUrl: $serverUrl, middleware: [
    function (array $request) use ($attempts): array {
        $attempts[] = $request;
        return ['status' => 429, 'reason' => '', 'headers' => ['retry-after' => '3600'], 'body' => '', 'url' => '', 'timedOut' => false];
    },
]));
$keyed = new CreateCustomerRequest(name: 'Own key', idempotencyKey: '0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01');

$calls = [
    'create' => fn () => $planbok->createCustomer(new CreateCustomerRequest(name: 'Ada Lovelace'))->data->id,
    'createWithOwnKey' => fn () => $planbok->createCustomer($keyed)->data->id,
    'inProgress' => fn () => $planbok->createCustomer(new CreateCustomerRequest(name: 'In progress', idempotencyKey: $keyed->idempotencyKey))->data->id,
    'cutOff' => fn () => $planbok->createCustomer(new CreateCustomerRequest(name: 'Cut off', idempotencyKey: $keyed->idempotencyKey))->data->id,
    'lost' => fn () => $planbok->validateAddress(new ValidateAddressRequest(blockchain: Blockchain::ETH, address: 'lost')),
    'oddError' => fn () => $planbok->listTransactions(),
    'oddErrorWithoutCode' => fn () => $planbok->listWebhookEndpoints(),
    'printed' => fn () => print_r($planbok, true),
    'postWithoutKey' => fn () => $planbok->validateAddress(new ValidateAddressRequest(blockchain: Blockchain::ETH, address: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8')),
    'patch' => fn () => $planbok->updateCustomer($id, new UpdateCustomerRequest(name: 'Ada King')),
    'unknownStatus' => fn () => $planbok->getChallenge($id, $id)->data->status,
    'unknownResult' => fn () => unmarshalChallengeResult(['task' => 'split-key']),
    'rotate' => fn () => $watched->rotateWebhookSecret($id, new RotateWebhookSecretRequest()),
    'emptyBody' => fn () => $sent['body'],
    'userAgent' => fn () => $sent['headers']['User-Agent'],
    'emptyMetadata' => fn () => json_encode((new UpdateWalletRequest(metadata: new WalletMetadata()))->toArray()),
    'timeout' => fn () => (new Config())->timeout,
    'retryAfter' => retryAfterOf(fn () => $once->updateWallet($id, new UpdateWalletRequest(name: 'Savings'))),
    'longWait' => retryAfterOf(fn () => $busy->getHealth()),
    'longWaitAttempts' => fn () => count($attempts),
    'notTheApi' => fn () => $once->getHealth(),
    'redirect' => fn () => $planbok->getWallet($id),
    'redirectNowhere' => fn () => $planbok->listWallets(),
    'noApiKey' => fn () => new Config(apiKey: ''),
    'badApiKey' => fn () => new Config(apiKey: "pk_hidden\n"),
    'keyWithLineBreak' => fn () => $planbok->createCustomer(new CreateCustomerRequest(name: 'Ada', idempotencyKey: "1\r\nX-Other: 1")),
    'nullSecret' => fn () => Verifier::verifyReturnUrl('/back', [null]),
    'noSecret' => fn () => Verifier::verifyReturnUrl('/back', []),
    'emptySecret' => fn () => Verifier::verifyReturnUrl('/back', ['whsec', '']),
];

function retryAfterOf(callable $call): callable
{
    return function () use ($call): ?int {
        try {
            $call();
        } catch (PlanbokError $error) {
            return $error->retryAfterSeconds;
        }
        return null;
    };
}

$outcomes = [];
foreach ($calls as $name => $call) {
    try {
        $outcomes[$name] = $call();
    } catch (PlanbokError $error) {
        $outcomes[$name] = "{$error->status} {$error->code}";
    } catch (InvalidArgumentException $error) {
        $outcomes[$name] = $error->getMessage();
    } catch (RuntimeException) {
        $outcomes[$name] = 'no answer';
    }
}
echo json_encode($outcomes);
