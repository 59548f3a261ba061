package io.planbok.customercustody;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What verifying a webhook and verifying a return have in common. */
final class Signature {
    private static final int TOLERANCE_SECONDS = 300;
    private static final Pattern UNIX_SECONDS = Pattern.compile("[0-9]{10,11}");
    private static final Pattern HMAC = Pattern.compile("[0-9a-f]{64}");

    /** Why a moment is not to be trusted. */
    record Fault(Refusal reason, String message) {}

    /** Why a moment in Unix seconds is not near enough, or null if it is. */
    static Fault faultOf(String timestamp, Clock clock) {
        if (!UNIX_SECONDS.matcher(timestamp).matches()) {
            return new Fault(Refusal.MALFORMED_TIMESTAMP, "The timestamp is not in Unix seconds.");
        }
        double age = clock.millis() / 1000.0 - Long.parseLong(timestamp);
        if (age > TOLERANCE_SECONDS) {
            return new Fault(Refusal.TOO_OLD, "It was signed " + (long) age + " seconds ago, more than " + TOLERANCE_SECONDS + ": it may be a replay.");
        }
        if (age < -TOLERANCE_SECONDS) {
            return new Fault(Refusal.FROM_FUTURE, "It was signed " + (long) -age + " seconds in the future. Look at this machine's clock.");
        }
        return null;
    }

    /** Anybody could sign with no secret, or an empty one. */
    static void requireAll(List<String> secrets) {
        if (secrets == null || secrets.isEmpty() || secrets.stream().anyMatch(secret -> secret == null || secret.isEmpty())) {
            throw new IllegalArgumentException("A webhook secret is missing or empty. Look at where it is read from.");
        }
    }

    static boolean isHmac(String hex) {
        return HMAC.matcher(hex).matches();
    }

    /** Whether one of the signatures is of this message and one of the secrets; compared in constant time. */
    static boolean isSigned(byte[] message, List<String> signatures, List<String> secrets) {
        for (String secret : secrets) {
            byte[] expected = hmac(message, secret);
            for (String signature : signatures) {
                if (MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] hmac(byte[] message, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            // Every Java platform has it.
            throw new IllegalStateException(missing);
        }
    }

    private Signature() {}
}
