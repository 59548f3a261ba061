import io.planbok.customercustody.Client.Json;
import io.planbok.customercustody.Client.UnknownEvent;
import io.planbok.customercustody.VerifiedReturn;
import io.planbok.customercustody.VerifiedWebhook;
import io.planbok.customercustody.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Prints as JSON how the verifiers judge the vectors of the folder that is named. */
public class Vectors {
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        System.out.println(Json.write(Map.of(
            "webhooks", judge(folder.resolve("webhooks.json"), Vectors::webhook),
            "returnUrls", judge(folder.resolve("return-urls.json"), Vectors::returnUrl)
        )));
    }

    static List<Object> judge(Path file, BiFunction<Map<?, ?>, Clock, Object> verify) throws IOException {
        Map<?, ?> document = (Map<?, ?>) Json.parse(Files.readString(file));
        Clock clock = Clock.fixed(Instant.ofEpochSecond((Long) document.get("now")), ZoneOffset.UTC);
        List<Object> judgements = new ArrayList<>();
        for (Object vector : (List<?>) document.get("vectors")) {
            judgements.add(verify.apply((Map<?, ?>) vector, clock));
        }
        return judgements;
    }

    static Object webhook(Map<?, ?> vector, Clock clock) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        ((Map<?, ?>) vector.get("headers")).forEach((name, value) -> headers.put((String) name, List.of((String) value)));
        byte[] body = ((String) vector.get("body")).getBytes(StandardCharsets.UTF_8);
        VerifiedWebhook verified = Verifier.verifyWebhook(body, headers, secretsOf(vector), clock);
        if (verified instanceof VerifiedWebhook.Genuine genuine) {
            return Map.of("valid", true, "event", genuine.event().event(), "known", !(genuine.event() instanceof UnknownEvent));
        }
        return refused(((VerifiedWebhook.Refused) verified).reason());
    }

    static Object returnUrl(Map<?, ?> vector, Clock clock) {
        VerifiedReturn verified = Verifier.verifyReturnUrl((String) vector.get("url"), secretsOf(vector), clock);
        if (verified instanceof VerifiedReturn.Genuine genuine) {
            Map<String, Object> judgement = new LinkedHashMap<>();
            judgement.put("valid", true);
            judgement.put("challengeId", genuine.challengeId());
            judgement.put("status", genuine.status());
            if (genuine.state() != null) {
                judgement.put("state", genuine.state());
            }
            return judgement;
        }
        return refused(((VerifiedReturn.Refused) verified).reason());
    }

    static Map<String, Object> refused(Enum<?> reason) {
        return Map.of("valid", false, "reason", reason.name().toLowerCase());
    }

    static List<String> secretsOf(Map<?, ?> vector) {
        return ((List<?>) vector.get("secrets")).stream().map(String.class::cast).toList();
    }
}
