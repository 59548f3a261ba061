# Made by `npm run generate` from the contract: do not edit.
"""What the contract names."""

CONTRACT_VERSION = "2.0.0"

# The events that webhooks bring.
EVENTS = frozenset({
    "transaction.created",
    "transaction.signed",
    "transaction.broadcast",
    "transaction.confirmed",
    "transaction.failed",
    "transaction.accelerated",
    "transaction.cancelled",
    "wallet.created",
    "customer.created",
    "customer.pin_setup",
    "customer.locked_out",
    "customer.recovery_initiated",
    "customer.recovery_completed",
    "challenge.completed",
    "webhook_endpoint.pinged",
})

# The calls that take an idempotency key, by operationId.
KEYED_OPERATIONS = frozenset({
    "createCustomer",
    "initializeCustomer",
    "setUpRecovery",
    "changePin",
    "resetPin",
    "exportPrivateKeys",
    "createWallets",
    "createTransfer",
    "createContractExecution",
    "cancelTransaction",
    "accelerateTransaction",
    "signMessage",
    "signTypedData",
    "signTransaction",
    "signDelegateAction",
    "addToken",
    "createWebhookEndpoint",
})
