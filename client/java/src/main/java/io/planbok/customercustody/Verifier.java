package io.planbok.customercustody;

import io.planbok.customercustody.Client.WebhookEvent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Tells whether webhooks and returns are genuine. While a secret is rotated, give the new one and the old one. */
public final class Verifier {
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{24}");
    private static final List<String> REQUIRED = List.of("challengeId", "status", "timestamp", "signature");

    /**
     * Verifies that a request to your webhook endpoint is the API's, and reads its event.
     *
     * @param rawBody what came over the wire, before any parser
     * @param header gives a header by its name in any case, and null if it is missing, as {@code request::getHeader} does
     * @throws IllegalArgumentException when no secret is given, or an empty one
     */
    public static VerifiedWebhook verifyWebhook(byte[] rawBody, UnaryOperator<String> header, List<String> secrets) {
        return verifyWebhook(rawBody, header, secrets, Clock.systemUTC());
    }

    /** The same with the headers as {@code java.net.http}, {@code HttpExchange} and Spring have them, in any case. */
    public static VerifiedWebhook verifyWebhook(byte[] rawBody, Map<String, List<String>> headers, List<String> secrets) {
        return verifyWebhook(rawBody, headers, secrets, Clock.systemUTC());
    }

    /** The same at the time of a clock, which must not be more than 300 seconds off. */
    public static VerifiedWebhook verifyWebhook(byte[] rawBody, Map<String, List<String>> headers, List<String> secrets, Clock clock) {
        return verifyWebhook(rawBody, readerOf(headers), secrets, clock);
    }

    /** The same at the time of a clock, which must not be more than 300 seconds off. */
    public static VerifiedWebhook verifyWebhook(byte[] rawBody, UnaryOperator<String> header, List<String> secrets, Clock clock) {
        Signature.requireAll(secrets);
        String timestamp = header.apply("X-Webhook-Timestamp");
        String signature = header.apply("X-Webhook-Signature");
        if (timestamp == null || signature == null) {
            String missing = timestamp == null ? "X-Webhook-Timestamp" : "X-Webhook-Signature";
            return new VerifiedWebhook.Refused(Refusal.MISSING_HEADER, "The header " + missing + " is missing.");
        }
        Signature.Fault fault = Signature.faultOf(timestamp, clock);
        if (fault != null) {
            return new VerifiedWebhook.Refused(fault.reason(), fault.message());
        }
        if (!signature.equals("sha256") && !signature.startsWith("sha256=")) {
            return new VerifiedWebhook.Refused(Refusal.UNKNOWN_SCHEME, "The signature is not of the scheme sha256.");
        }
        String hex = hexOf(signature);
        if (!Signature.isHmac(hex)) {
            return new VerifiedWebhook.Refused(Refusal.MALFORMED_SIGNATURE, "The signature is not 64 lower-case hexadecimal digits.");
        }
        List<String> signatures = new ArrayList<>(List.of(hex));
        String previous = header.apply("X-Webhook-Signature-Previous");
        if (previous != null && previous.startsWith("sha256=") && Signature.isHmac(hexOf(previous))) {
            signatures.add(hexOf(previous));
        }
        if (!Signature.isSigned(concat((timestamp + ".").getBytes(StandardCharsets.UTF_8), rawBody), signatures, secrets)) {
            return new VerifiedWebhook.Refused(
                Refusal.WRONG_SIGNATURE,
                "The signature is of another body, or made with another secret. It is over the bytes as they came, before any parser."
            );
        }
        WebhookEvent event = eventOf(rawBody);
        if (event == null) {
            return new VerifiedWebhook.Refused(Refusal.MALFORMED_BODY, "The body is signed, but is no event.");
        }
        return new VerifiedWebhook.Genuine(event, Instant.ofEpochSecond(Long.parseLong(timestamp)));
    }

    /**
     * Verifies that a browser that comes back was sent by the Gateway, and reads what it brings. It is a hint that can be
     * trusted at once; what counts is the challenge as the API reads it. Compare {@code state} with the one that this user
     * was sent away with: the signature does not tell whose browser it is.
     *
     * @param url that of the request: whole, or its path and query, as they came
     * @throws IllegalArgumentException when no secret is given, or an empty one
     */
    public static VerifiedReturn verifyReturnUrl(String url, List<String> secrets) {
        return verifyReturnUrl(url, secrets, Clock.systemUTC());
    }

    /** The same at the time of a clock, which must not be more than 300 seconds off. */
    public static VerifiedReturn verifyReturnUrl(String url, List<String> secrets, Clock clock) {
        Signature.requireAll(secrets);
        Map<String, List<String>> query = queryOf(url);
        for (String name : List.of("challengeId", "status", "timestamp", "signature", "state")) {
            int count = query.getOrDefault(name, List.of()).size();
            if (count > 1) {
                return new VerifiedReturn.Refused(Refusal.REPEATED_PARAMETER, "The parameter " + name + " is there " + count + " times.");
            }
            if (count == 0 && REQUIRED.contains(name)) {
                return new VerifiedReturn.Refused(Refusal.MISSING_PARAMETER, "The parameter " + name + " is missing.");
            }
        }
        String challengeId = query.get("challengeId").get(0);
        String status = query.get("status").get(0);
        String timestamp = query.get("timestamp").get(0);
        String signature = query.get("signature").get(0);
        String state = query.getOrDefault("state", List.of("")).get(0);
        // What is signed is joined by dots: only parts without one can be told apart.
        boolean isEnd = status.equals(ReturnStatus.VERIFIED) || status.equals(ReturnStatus.FAILED);
        if (!isEnd || !OBJECT_ID.matcher(challengeId).matches()) {
            return new VerifiedReturn.Refused(
                Refusal.MALFORMED_PARAMETER,
                "The challengeId is not 24 hexadecimal digits, or the status is neither verified nor failed."
            );
        }
        Signature.Fault fault = Signature.faultOf(timestamp, clock);
        if (fault != null) {
            return new VerifiedReturn.Refused(fault.reason(), fault.message());
        }
        if (!Signature.isHmac(signature)) {
            return new VerifiedReturn.Refused(Refusal.MALFORMED_SIGNATURE, "The signature is not 64 lower-case hexadecimal digits.");
        }
        byte[] message = String.join(".", timestamp, challengeId, status, state).getBytes(StandardCharsets.UTF_8);
        if (!Signature.isSigned(message, List.of(signature), secrets)) {
            return new VerifiedReturn.Refused(Refusal.WRONG_SIGNATURE, "The signature is of other values, or made with another secret.");
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return new VerifiedReturn.Genuine(challengeId, status, state.isEmpty() ? null : state, signedAt);
    }

    private static UnaryOperator<String> readerOf(Map<String, List<String>> headers) {
        return name -> headers.entrySet().stream()
            .filter(entry -> name.equalsIgnoreCase(entry.getKey()) && !entry.getValue().isEmpty())
            .map(entry -> String.join(", ", entry.getValue()))
            .findFirst()
            .orElse(null);
    }

    private static String hexOf(String signature) {
        return signature.substring(signature.indexOf('=') + 1);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static WebhookEvent eventOf(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return Client.Json.parse(text) instanceof Map<?, ?> event && event.get("event") instanceof String
                ? WebhookEvent.fromJson(event)
                : null;
        } catch (CharacterCodingException | IllegalArgumentException malformed) {
            return null;
        }
    }

    /** The parameters of a URL, each with its values, as a form writes them. */
    private static Map<String, List<String>> queryOf(String url) {
        String whole = url.split("#", 2)[0];
        int at = whole.indexOf('?');
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : at < 0 ? new String[0] : whole.substring(at + 1).split("&")) {
            String[] sides = pair.split("=", 2);
            parameters.computeIfAbsent(decode(sides[0]), name -> new ArrayList<>()).add(sides.length > 1 ? decode(sides[1]) : "");
        }
        return parameters;
    }

    /** Leaves a % that no two hexadecimal digits follow as it is, where URLDecoder throws. */
    private static String decode(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            int high = bytes[at] == '%' && at + 2 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[at + 2], 16) : -1;
            if (low >= 0) {
                decoded.write(high * 16 + low);
                at += 2;
            } else {
                decoded.write(bytes[at] == '+' ? ' ' : bytes[at]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private Verifier() {}
}
