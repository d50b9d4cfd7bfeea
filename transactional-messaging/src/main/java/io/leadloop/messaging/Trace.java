package io.leadloop.messaging;

import io.leadloop.events.Event;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A W3C trace context header, so that one trace id follows a lead from the form to the closed loop. */
public record Trace(String traceparent) implements TraceSource {

    /** https://www.w3.org/TR/trace-context/#traceparent-header, version 00, ids not all zero. */
    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Trace fresh() {
        return new Trace("00-" + hex(16) + "-" + hex(8) + "-01");
    }

    /** Continues {@code traceparent}; a missing or malformed one starts a trace of its own. */
    public static Trace of(String traceparent) {
        return traceparent != null && VALID.matcher(traceparent).matches() ? new Trace(traceparent) : fresh();
    }

    /** The same trace, a step further. */
    public Trace child() {
        return new Trace(traceparent.substring(0, 36) + hex(8) + traceparent.substring(52));
    }

    public String traceId() {
        return traceparent.substring(3, 35);
    }

    @Override
    public Trace traceFor(Event event) {
        return this;
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        random[0] |= 1;
        return HexFormat.of().formatHex(random);
    }
}
