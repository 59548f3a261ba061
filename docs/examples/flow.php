<?php

/**
 * The whole flow in PHP: a customer, a PIN, wallets, a transfer, a webhook, and errors by code.
 *
 * Start the mock (`npm start`), and run it in the folder of an application that has the package:
 *
 *     php ../customer-custody/docs/examples/flow.php
 */

declare(strict_types=1);

require 'vendor/autoload.php';

use Planbok\CustomerCustody\{
    AdvanceSandboxTransactionRequest, Blockchain, Challenge, ChallengeStatus, Client, Config, CreateCustomerRequest, CreateWalletRequest,
    CreateWalletResult, CreateWebhookEndpointRequest, ErrorCode, InitializeRequest, PlanbokError, SandboxApprovalRequest,
    SandboxTransactionTarget, TransactionConfirmedEvent, TransferRequest, TransferResult, VerifiedReturn, VerifiedWebhook, Verifier,
    WebhookEventType,
};

$apiUrl = getenv('API_URL') ?: 'http://localhost:4010';
$apiKey = getenv('API_KEY') ?: 'pk_sandbox_full';
$webhookSecret = getenv('WEBHOOK_SECRET') ?: 'whsec_sandbox';
$back = 'http://localhost:3000/back';

$planbok = new Client(new Config(apiKey: $apiKey, serverUrl: $apiUrl));

/** The challenge once its user has decided. The Sandbox plays the user here; yours opens `$asked->redirectUrl`. */
$decided = function (Challenge $asked) use ($planbok): Challenge {
    $planbok->approveSandboxChallenge($asked->id, new SandboxApprovalRequest(pin: '493817'));
    while (true) {
        $challenge = $planbok->getChallenge($asked->customerId, $asked->id)->data;
        if ($challenge->status === ChallengeStatus::FAILED) {
            throw new RuntimeException("{$challenge->task}: {$challenge->failure?->message}");
        }
        if ($challenge->status === ChallengeStatus::VERIFIED) {
            return $challenge;
        }
        sleep(1);
    }
};

/** Where the Gateway sends the browser back to. You have it in $_SERVER['REQUEST_URI']; here there is no browser. */
$returnUrl = function (Challenge $asked): string {
    ['host' => $host, 'port' => $port, 'fragment' => $token] = parse_url($asked->redirectUrl);
    $page = new Client(new Config(serverUrl: "http://{$host}:{$port}", auth: ['bearer' => $token]));
    return (string) $page->getGatewayChallenge($asked->id)->data->returnUrl;
};

/**
 * The headers and the body of the next webhook. In your endpoint they are getallheaders() and
 * file_get_contents('php://input'): the bytes as they came, before any parser.
 */
$nextWebhook = function ($server): array {
    $request = stream_socket_accept($server, 30) ?: throw new RuntimeException('No webhook came.');
    $headers = [];
    for (fgets($request); ($line = trim((string) fgets($request))) !== ''; ) {
        [$name, $value] = explode(': ', $line, 2);
        $headers[$name] = $value;
    }
    $lengths = array_change_key_case($headers);
    $rawBody = (string) stream_get_contents($request, (int) $lengths['content-length']);
    fwrite($request, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    fclose($request);
    return [$rawBody, $headers];
};

$server = stream_socket_server('tcp://127.0.0.1:0') ?: throw new RuntimeException('No port is free.');
$endpoint = $planbok->createWebhookEndpoint(new CreateWebhookEndpointRequest(
    url: 'http://' . stream_socket_get_name($server, false),
    events: [WebhookEventType::TRANSACTION_CONFIRMED],
))->data;

$customer = $planbok->createCustomer(new CreateCustomerRequest(name: 'Ada Lovelace', refId: 'user-1001'))->data;
echo "customer {$customer->id}\n";

$asked = $planbok->initializeCustomer($customer->id, new InitializeRequest(redirectUrl: $back, state: 'step-1'))->data;
$decided($asked);
echo "PIN set\n";

$returned = Verifier::verifyReturnUrl($returnUrl($asked), $webhookSecret);
if ($returned instanceof VerifiedReturn) {
    echo "return {$returned->status} {$returned->state}\n";
}

$blockchains = [Blockchain::ETH_SEPOLIA, Blockchain::SOL_TESTNET];
$asked = $planbok->createWallets($customer->id, new CreateWalletRequest(blockchains: $blockchains, redirectUrl: $back))->data;
$created = $decided($asked)->result;
assert($created instanceof CreateWalletResult);
foreach ($created->wallets as $wallet) {
    echo "wallet {$wallet->blockchain} {$wallet->address}\n";
}

$ethereum = $created->wallets[0]->id;
$transferOf = fn (string $amount): TransferRequest => new TransferRequest(
    walletId: $ethereum,
    destinationAddress: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
    amounts: [$amount],
    redirectUrl: $back,
);
foreach (['0.01', '0.02'] as $amount) {
    $sent = $decided($planbok->createTransfer($customer->id, $transferOf($amount))->data)->result;
    assert($sent instanceof TransferResult);
    echo "transfer {$sent->transactionHash}\n";
    // A block takes seconds; the Sandbox makes it at once.
    $planbok->advanceSandboxTransaction($sent->transactionId, new AdvanceSandboxTransactionRequest(to: SandboxTransactionTarget::CONFIRMED));

    $webhook = Verifier::verifyWebhook(...$nextWebhook($server), secrets: $endpoint->secret);
    if ($webhook instanceof VerifiedWebhook && $webhook->event instanceof TransactionConfirmedEvent) {
        echo "webhook {$webhook->event->event} {$webhook->event->data->transactionHash}\n";
    }
}

// A page has one transaction here, so that there are two.
foreach ($planbok->listTransactionsItems(walletId: $ethereum, limit: 1) as $transaction) {
    echo "transaction {$transaction->status} {$transaction->txHash}\n";
}

$calls = [
    fn () => $planbok->getCustomer('000000000000000000000000'),
    fn () => $planbok->createCustomer(new CreateCustomerRequest(name: '')),
    fn () => $planbok->createTransfer($customer->id, $transferOf('1000000')),
];
foreach ($calls as $call) {
    try {
        $call();
    } catch (PlanbokError $error) {
        echo match ($error->code) {
            ErrorCode::CUSTOMER_NOT_FOUND => "no such customer: {$error->status}\n",
            ErrorCode::VALIDATION_FAILED => "invalid: {$error->details[0]->path}\n",
            ErrorCode::INSUFFICIENT_FUNDS => "too little money: {$error->status}\n",
            default => throw $error,
        };
    }
}
