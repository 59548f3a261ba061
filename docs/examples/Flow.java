import com.sun.net.httpserver.HttpServer;
import io.planbok.customercustody.Client;
import io.planbok.customercustody.Client.*;
import io.planbok.customercustody.*;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The whole flow in Java: a customer, a PIN, wallets, a transfer, a webhook, and errors by code.
 *
 * <pre>
 * npm start
 * mvn -q install -f generated/java
 * java -cp ~/.m2/repository/io/planbok/customer-custody/2.0.0/customer-custody-2.0.0.jar docs/examples/Flow.java
 * </pre>
 */
public class Flow {
    static final String API_URL = env("API_URL", "http://localhost:4010");
    static final String API_KEY = env("API_KEY", "pk_sandbox_full");
    static final String WEBHOOK_SECRET = env("WEBHOOK_SECRET", "whsec_sandbox");
    static final String BACK = "http://localhost:3000/back";

    static final Client planbok = new Client(new Config().apiKey(API_KEY).serverUrl(API_URL));
    static final BlockingQueue<WebhookEvent> received = new LinkedBlockingQueue<>();

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String url = "http://localhost:" + server.getAddress().getPort();
        NewWebhookEndpoint endpoint = planbok.createWebhookEndpoint(
            new CreateWebhookEndpointRequest(url).events(List.of(WebhookEventType.TRANSACTION_CONFIRMED))).data();
        receiveWebhooks(server, endpoint.secret());

        Customer customer = planbok.createCustomer(new CreateCustomerRequest("Ada Lovelace").refId("user-1001")).data();
        System.out.println("customer " + customer.id());

        Challenge asked = planbok.initializeCustomer(customer.id(), new InitializeRequest(BACK).state("step-1")).data();
        decided(asked);
        System.out.println("PIN set");

        if (Verifier.verifyReturnUrl(returnUrl(asked), List.of(WEBHOOK_SECRET)) instanceof VerifiedReturn.Genuine returned) {
            System.out.println("return " + returned.status() + " " + returned.state());
        }

        List<String> blockchains = List.of(Blockchain.ETH_SEPOLIA, Blockchain.SOL_TESTNET);
        asked = planbok.createWallets(customer.id(), new CreateWalletRequest(blockchains, BACK)).data();
        List<Wallet> wallets = ((CreateWalletResult) decided(asked).result()).wallets();
        for (Wallet wallet : wallets) {
            System.out.println("wallet " + wallet.blockchain() + " " + wallet.address());
        }

        String ethereum = wallets.get(0).id();
        String recipient = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
        for (int i = 0; i < 2; i++) {
            asked = planbok.createTransfer(customer.id(), new TransferRequest(ethereum, recipient, List.of("0.01"), BACK)).data();
            TransferResult sent = (TransferResult) decided(asked).result();
            System.out.println("transfer " + sent.transactionHash());
            // A block takes seconds; the Sandbox makes it at once.
            planbok.advanceSandboxTransaction(sent.transactionId(), new AdvanceSandboxTransactionRequest(SandboxTransactionTarget.CONFIRMED));
        }

        for (int i = 0; i < 2; i++) {
            WebhookEvent event = received.poll(30, TimeUnit.SECONDS);
            if (event instanceof TransactionConfirmedEvent confirmed) {
                System.out.println("webhook " + confirmed.event() + " " + confirmed.data().transactionHash());
            }
        }
        server.stop(0);

        // A page has one transaction here, so that there are two.
        for (Transaction transaction : planbok.listTransactionsItems(new ListTransactionsParams().walletId(ethereum).limit(1L))) {
            System.out.println("transaction " + transaction.status() + " " + transaction.txHash());
        }

        explain(() -> planbok.getCustomer("000000000000000000000000"));
        explain(() -> planbok.createCustomer(new CreateCustomerRequest("")));
        explain(() -> planbok.createTransfer(customer.id(), new TransferRequest(ethereum, recipient, List.of("1000000"), BACK)));
    }

    /** Your webhook endpoint: it verifies the bytes as they came, and parses them only then. */
    static void receiveWebhooks(HttpServer server, String secret) {
        server.createContext("/", exchange -> {
            byte[] rawBody = exchange.getRequestBody().readAllBytes();
            VerifiedWebhook webhook = Verifier.verifyWebhook(rawBody, exchange.getRequestHeaders(), List.of(secret));
            if (webhook instanceof VerifiedWebhook.Genuine genuine) {
                received.add(genuine.event());
            }
            exchange.sendResponseHeaders(webhook instanceof VerifiedWebhook.Genuine ? 204 : 401, -1);
            exchange.close();
        });
        server.start();
    }

    /** The challenge once its user has decided. The Sandbox plays the user here; yours opens {@code asked.redirectUrl()}. */
    static Challenge decided(Challenge asked) throws InterruptedException {
        planbok.approveSandboxChallenge(asked.id(), new SandboxApprovalRequest("493817"));
        while (true) {
            Challenge challenge = planbok.getChallenge(asked.customerId(), asked.id()).data();
            switch (challenge.status()) {
                case ChallengeStatus.VERIFIED:
                    return challenge;
                case ChallengeStatus.FAILED:
                    throw new IllegalStateException(challenge.task() + ": " + challenge.failure().message());
                default:
                    Thread.sleep(1000);
            }
        }
    }

    /** Where the Gateway sends the browser back to. You get it as the URL of a request; here there is no browser. */
    static String returnUrl(Challenge asked) {
        URI gateway = URI.create(asked.redirectUrl());
        Client page = new Client(new Config().serverUrl("http://" + gateway.getAuthority()).auth(new Auth().bearer(gateway.getFragment())));
        return page.getGatewayChallenge(asked.id()).data().returnUrl();
    }

    /** A program decides by the code; the rest is for whoever looks into it. */
    static void explain(Runnable call) {
        try {
            call.run();
        } catch (PlanbokException error) {
            switch (error.code()) {
                case ErrorCode.CUSTOMER_NOT_FOUND -> System.out.println("no such customer: " + error.status());
                case ErrorCode.VALIDATION_FAILED -> System.out.println("invalid: " + error.details().get(0).path());
                case ErrorCode.INSUFFICIENT_FUNDS -> System.out.println("too little money: " + error.status());
                default -> throw error;
            }
        }
    }

    static String env(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
