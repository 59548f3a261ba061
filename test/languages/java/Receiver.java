import io.planbok.customercustody.Verifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Calls what the README shows, with a webhook that is signed, one that is not, and a return. */
public class Receiver {
    public static void main(String[] args) {
        byte[] body = args[0].getBytes(StandardCharsets.UTF_8);
        Map<String, List<String>> headers = Map.of("x-webhook-timestamp", List.of(args[1]), "x-webhook-signature", List.of(args[2]));
        System.out.println(Receive.webhook(body, headers));
        System.out.println(Receive.webhook("{}".getBytes(StandardCharsets.UTF_8), headers));
        Receive.back(args[3]);
        // As request::getHeader.
        Map<String, String> single = Map.of("X-Webhook-Timestamp", args[1], "X-Webhook-Signature", args[2]);
        System.out.println(Verifier.verifyWebhook(body, single::get, List.of("whsec_sandbox")).getClass().getSimpleName());
    }
}
