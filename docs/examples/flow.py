"""The whole flow in Python: a customer, a PIN, wallets, a transfer, a webhook, and errors by code.

    npm start
    pip install ./generated/python && python docs/examples/flow.py
"""

import os
import queue
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
from planbok_customer_custody import (
    AdvanceSandboxTransactionRequest, Challenge, Client, CreateCustomerRequest, CreateWalletRequest, CreateWalletResult,
    CreateWebhookEndpointRequest, InitializeRequest, PlanbokError, SandboxApprovalRequest, SandboxTransactionTarget,
    TransactionConfirmedEvent, TransferRequest, TransferResult, VerificationError, VerifiedWebhook, create_client,
    error_codes, verify_return_url, verify_webhook,
)

api_url = os.environ.get("API_URL", "http://localhost:4010")
api_key = os.environ.get("API_KEY", "pk_sandbox_full")
webhook_secret = os.environ.get("WEBHOOK_SECRET", "whsec_sandbox")
back = "http://localhost:3000/back"

planbok = create_client(api_key, api_url)
received: "queue.Queue[VerifiedWebhook]" = queue.Queue()


class Receiver(BaseHTTPRequestHandler):
    """Your webhook endpoint: it verifies the bytes as they came, and parses them only then."""

    secret = ""

    def do_POST(self) -> None:
        raw_body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            received.put(verify_webhook(raw_body, self.headers, self.secret))
            self.send_response(204)
        except VerificationError:
            self.send_response(401)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing of each request."""


def decided(asked: Challenge) -> Challenge:
    """The challenge once its user has decided. The Sandbox plays the user here; yours opens `asked.redirect_url`."""
    planbok.approve_sandbox_challenge(asked.id, SandboxApprovalRequest(pin="493817"))
    while True:
        challenge = planbok.get_challenge(asked.customer_id, asked.id).data
        if challenge.status == "failed":
            raise SystemExit(f"{challenge.task}: {challenge.failure}")
        if challenge.status == "verified":
            return challenge
        time.sleep(1)


def return_url(asked: Challenge) -> str:
    """Where the Gateway sends the browser back to. You get it as the URL of a request; here there is no browser."""
    gateway, token = asked.redirect_url.split("#")
    origin = gateway[: gateway.index("/gateway/")]
    with httpx.Client() as http_client:
        gateway_client = Client(origin, auth={"bearer": token}, http_client=http_client)
        return gateway_client.get_gateway_challenge(asked.id).data.return_url or ""


receiver = HTTPServer(("localhost", 0), Receiver)
threading.Thread(target=receiver.serve_forever, daemon=True).start()
endpoint = planbok.create_webhook_endpoint(
    CreateWebhookEndpointRequest(url=f"http://localhost:{receiver.server_port}", events=["transaction.confirmed"])
).data
Receiver.secret = endpoint.secret

customer = planbok.create_customer(CreateCustomerRequest(name="Ada Lovelace", ref_id="user-1001")).data
print("customer", customer.id)

asked = planbok.initialize_customer(customer.id, InitializeRequest(redirect_url=back, state="step-1")).data
decided(asked)
print("PIN set")

returned = verify_return_url(return_url(asked), webhook_secret)
print("return", returned.status, returned.state)

asked = planbok.create_wallets(customer.id, CreateWalletRequest(["ETH-SEPOLIA", "SOL-TESTNET"], redirect_url=back)).data
created = decided(asked).result
assert isinstance(created, CreateWalletResult)
for wallet in created.wallets:
    print("wallet", wallet.blockchain, wallet.address)

ethereum = created.wallets[0]
transfer = TransferRequest(ethereum.id, "0x70997970C51812dc3A010C7d01b50e0d17dc79C8", ["0.01"], redirect_url=back)
for _ in range(2):
    sent = decided(planbok.create_transfer(customer.id, transfer).data).result
    assert isinstance(sent, TransferResult)
    print("transfer", sent.transaction_hash)
    # A block takes seconds; the Sandbox makes it at once.
    planbok.advance_sandbox_transaction(sent.transaction_id, AdvanceSandboxTransactionRequest(SandboxTransactionTarget.CONFIRMED))

for _ in range(2):
    webhook = received.get(timeout=30)
    print("webhook", webhook.event, webhook.read_as(TransactionConfirmedEvent).data.transaction_hash)

# A page has one transaction here, so that there are two.
for transaction in planbok.list_transactions_items(wallet_id=ethereum.id, limit=1):
    print("transaction", transaction.status, transaction.tx_hash)

try:
    planbok.get_customer("000000000000000000000000")
except PlanbokError as error:
    if error.code != error_codes.CUSTOMER_NOT_FOUND:
        raise
    print("no such customer")

try:
    planbok.create_customer(CreateCustomerRequest(name=""))
except PlanbokError as error:
    if error.code != error_codes.VALIDATION_FAILED:
        raise
    print("invalid:", error.details[0].path)

try:
    transfer.amounts = ["1000000"]
    planbok.create_transfer(customer.id, transfer)
except PlanbokError as error:
    if error.code != error_codes.INSUFFICIENT_FUNDS:
        raise
    print("too little money")
