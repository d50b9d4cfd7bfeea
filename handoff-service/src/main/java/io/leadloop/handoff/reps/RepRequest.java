package io.leadloop.handoff.reps;

import io.leadloop.http.PlainText;
import io.leadloop.http.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rep as somebody wants him. What is left out has a default: weight 1, zone UTC, active. */
public record RepRequest(
        @Size(max = 64) @Pattern(regexp = ID, message = ID_MESSAGE)
        String repId,

        @NotBlank @PlainText(max = 200) String name,

        @Size(max = 254) @Pattern(regexp = "[^\\s@\\x00]+@[^\\s@\\x00]+", message = "must be an e-mail address")
        String email,

        @NotBlank @Size(max = 64) @Pattern(regexp = ID, message = ID_MESSAGE)
        String teamId,

        @Min(1) @Max(100) @Schema(description = "His part of the leads, relative to the others'", defaultValue = "1")
        Integer weight,

        @Min(0)
        @Max(100_000)
        @Schema(description = "Open hand-offs at once; left out: what the agreement's pool allows")
        Integer capacity,

        @Size(max = 64) @Schema(description = "IANA time zone", defaultValue = "UTC")
        String zone,

        @Schema(defaultValue = "true") Boolean active,
        Instant outOfOfficeUntil) {

    static final String ID = "[A-Za-z0-9._-]{1,64}";
    static final String ID_MESSAGE = "must be 1 to 64 letters, digits, dots, underscores or hyphens";

    Rep rep(String id) {
        return new Rep(
                id,
                name,
                email,
                teamId,
                weight == null ? 1 : weight,
                capacity,
                zone == null ? "UTC" : known(zone),
                active == null || active,
                outOfOfficeUntil);
    }

    private static String known(String zone) {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException unknown) {
            throw ProblemException.invalid("zone", "must be an IANA time zone, for example Europe/Berlin");
        }
    }
}
