package io.planbok.customercustody;

import io.planbok.customercustody.Client.ErrorDetail;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A call was answered with an error. Decide by {@link #code()}; the message is for the developer.
 *
 * <p>Where no answer came, a call throws an {@link java.io.UncheckedIOException}, or an {@link Client.ApiTimeoutException}.
 */
public final class PlanbokException extends Client.ApiException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String message;
    private final String requestId;
    private final transient List<ErrorDetail> details;
    private final String documentationUrl;
    private final Duration retryAfter;

    PlanbokException(String url, HttpResponse<?> response, Object body) {
        super(url, response.statusCode(), body);
        Map<?, ?> envelope = body instanceof Map<?, ?> map ? map : Map.of();
        boolean isOurs = envelope.get("code") instanceof String;
        code = isOurs ? (String) envelope.get("code") : "invalid_answer";
        message = isOurs
            ? Objects.requireNonNullElse(textOf(envelope.get("message")), code)
            : "The answer with status " + status + " is not one of the API's. Look at serverUrl, and at what stands between you and it.";
        requestId = textOf(envelope.get("requestId"));
        documentationUrl = textOf(envelope.get("documentationUrl"));
        details = envelope.get("errors") instanceof Map<?, ?> errors && errors.get("details") instanceof List<?> list
            ? list.stream().filter(Map.class::isInstance).map(ErrorDetail::fromJson).toList()
            : List.of();
        retryAfter = response.headers().firstValue("Retry-After")
            .filter(seconds -> seconds.matches("[0-9]{1,9}"))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
            .orElse(null);
    }

    /** One of {@link ErrorCode}, or one that came later; invalid_answer when something else than the API has answered. */
    public String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Names the request in the service's logs; null when something else than the API has answered. */
    public String requestId() {
        return requestId;
    }

    /** The faults of the request, one by one; empty when the fault is not in the request. */
    public List<ErrorDetail> details() {
        return details == null ? List.of() : details;
    }

    /** Where this error is explained; null when something else than the API has answered. */
    public String documentationUrl() {
        return documentationUrl;
    }

    /** How long to wait before the next attempt; null where the API does not say. */
    public Duration retryAfter() {
        return retryAfter;
    }

    private static String textOf(Object value) {
        return value instanceof String text ? text : null;
    }
}
