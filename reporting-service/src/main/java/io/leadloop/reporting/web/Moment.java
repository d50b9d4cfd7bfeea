package io.leadloop.reporting.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as people read it, in the agreement's zone, and as machines do. */
public record Moment(Instant at, ZoneId zone) {
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

    public String iso() {
        return at.toString();
    }

    public String text() {
        return TEXT.format(at.atZone(zone));
    }

    public String seconds() {
        return SECONDS.format(at.atZone(zone));
    }
}
