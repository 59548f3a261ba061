import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.planbok.customercustody.Blockchain;
import io.planbok.customercustody.Client;
import io.planbok.customercustody.Client.ApiTimeoutException;
import io.planbok.customercustody.Client.ChallengeResult;
import io.planbok.customercustody.Client.Config;
import io.planbok.customercustody.Client.CreateCustomerRequest;
import io.planbok.customercustody.Client.Json;
import io.planbok.customercustody.Client.ListTransactionsParams;
import io.planbok.customercustody.Client.ListWalletsParams;
import io.planbok.customercustody.Client.ListWebhookEndpointsParams;
import io.planbok.customercustody.Client.Retry;
import io.planbok.customercustody.Client.UpdateCustomerRequest;
import io.planbok.customercustody.Client.UpdateWalletRequest;
import io.planbok.customercustody.Client.ValidateAddressRequest;
import io.planbok.customercustody.PlanbokException;
import io.planbok.customercustody.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes calls to the server that is named, and prints as JSON what came of each. */
public class Calls {
    static final Map<String, Object> outcomes = new LinkedHashMap<>();

    public static void main(String[] args) throws Exception {
        String serverUrl = args[0];
        String id = args[1];
        Client planbok = new Client(new Config().apiKey("pk_test").serverUrl(serverUrl));
        Client once = new Client(new Config().apiKey("pk_test").serverUrl(serverUrl).retry(new Retry().retries(0)));

        attempt("create", () -> planbok.createCustomer(new CreateCustomerRequest("Ada Lovelace")).data().id());
        attempt("createWithOwnKey", () -> planbok.createCustomer(new CreateCustomerRequest("Own key").idempotencyKey("0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01")).data().id());
        attempt("inProgress", () -> planbok.createCustomer(new CreateCustomerRequest("In progress").idempotencyKey("0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01")).data().id());
        attempt("cutOff", () -> planbok.createCustomer(new CreateCustomerRequest("Cut off").idempotencyKey("0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01")).data().id());
        attempt("lost", () -> planbok.validateAddress(new ValidateAddressRequest("lost", Blockchain.ETH)).status());
        attempt("oddError", () -> planbok.listTransactions(new ListTransactionsParams()).data().size());
        attempt("oddErrorWithoutCode", () -> planbok.listWebhookEndpoints(new ListWebhookEndpointsParams()).data().size());
        outcomes.put("printed", planbok.toString());
        outcomes.put("stalled", stalled());
        attempt("postWithoutKey", () -> planbok.validateAddress(new ValidateAddressRequest("0x70997970C51812dc3A010C7d01b50e0d17dc79C8", Blockchain.ETH)).status());
        attempt("patch", () -> planbok.updateCustomer(id, new UpdateCustomerRequest().name("Ada King")).status());
        attempt("unknownStatus", () -> planbok.getChallenge(id, id).data().status());
        attempt("unknownResult", () -> Client.parseChallengeResult(Map.of("task", "split-key")) instanceof Client.Unknown unknown ? unknown.json() : null);
        Asked healthy = askHealth(200, "{\"healthy\":true}");
        outcomes.put("userAgent", healthy.headers().get(0).getFirst("User-Agent"));
        Asked busy = askHealth(429, "{}");
        outcomes.put("longWait", busy.retryAfter());
        outcomes.put("longWaitAttempts", busy.headers().size());
        attempt("retryAfter", () -> retryAfterOf(() -> once.updateWallet(id, new UpdateWalletRequest().name("Savings"))));
        attempt("notTheApi", () -> once.getHealth().healthy());
        attempt("redirect", () -> planbok.getWallet(id).data().id());
        attempt("redirectNowhere", () -> planbok.listWallets(new ListWalletsParams()).data().size());
        attempt("noApiKey", () -> new Config().apiKey(""));
        attempt("badApiKey", () -> new Config().apiKey("pk_hidden\n"));
        attempt("followsRedirects", () -> new Config().httpClient(HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()));
        attempt("nullSecret", () -> Verifier.verifyReturnUrl("/back", Arrays.asList((String) null)));
        attempt("noSecret", () -> Verifier.verifyReturnUrl("/back", List.of()));
        attempt("emptySecret", () -> Verifier.verifyReturnUrl("/back", List.of("whsec", "")));
        System.out.println(Json.write(outcomes));
    }

    /** The headers of all attempts, and how long the caller is told to wait. */
    record Asked(List<Headers> headers, Object retryAfter) {}

    /** Calls a server that answers everything in one way, and asks to be left alone for an hour. */
    static Asked askHealth(int status, String body) throws IOException {
        List<Headers> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders());
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Retry-After", "3600");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            Client planbok = new Client(new Config().serverUrl("http://localhost:" + server.getAddress().getPort()));
            return new Asked(asked, retryAfterOf(planbok::getHealth));
        } finally {
            server.stop(0);
        }
    }

    /** What comes of an answer that begins, and does not end. */
    static String stalled() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> {
                try {
                    server.accept().getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{".getBytes(StandardCharsets.UTF_8));
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            answering.start();
            Config config = new Config().serverUrl("http://localhost:" + server.getLocalPort()).timeout(Duration.ofMillis(500)).retry(new Retry().retries(0));
            new Client(config).getHealth();
            return "answered";
        } catch (ApiTimeoutException timeout) {
            return "timeout";
        }
    }

    static Object retryAfterOf(Runnable call) {
        try {
            call.run();
        } catch (PlanbokException error) {
            return error.retryAfter().toSeconds();
        }
        return null;
    }

    static void attempt(String name, Callable<Object> call) throws Exception {
        try {
            outcomes.put(name, call.call());
        } catch (PlanbokException error) {
            outcomes.put(name, error.status() + " " + error.code());
        } catch (UncheckedIOException error) {
            outcomes.put(name, "no answer");
        } catch (IllegalArgumentException error) {
            outcomes.put(name, error.getMessage());
        }
    }
}
