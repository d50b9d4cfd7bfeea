package io.leadloop.sla.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks when {@code within} is used up after {@code from}, or how much working time lies between {@code from} and {@code to}. */
record PreviewRequest(
        @NotNull
        @Schema(
                description =
                        "The name of a calendar of the agreement in force, or a whole calendar as it stands in one",
                examples = "office")
        JsonNode calendar,

        @NotNull
        @Size(max = 40)
        @Schema(
                description = "A time; without an offset it is one on the wall of the calendar's zone",
                examples = "2026-03-07T18:00:00-05:00")
        String from,

        @Schema(description = "ISO 8601, working time; a day in it is 24 hours", examples = "PT1H")
        Duration within,

        @Size(max = 40)
        @Schema(description = "Like from; either this or within", examples = "2026-03-09T10:00:00-04:00")
        String to) {}
