package io.leadloop.handoff.offer;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.leadloop.handoff.offer.rules.OutcomeReport;
import io.leadloop.http.PlainText;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What reps and CRM systems send. */
final class Requests {
    private Requests() {}

    /** @param reason one of the agreement's reasons to reject */
    record Reject(
            @NotBlank @PlainText(max = 64) String reason,

            @PlainText(max = 2000) String note) {}

    record LogAttempt(
            @NotNull
            @Pattern(regexp = "call|mail|message|meeting", message = "must be call, mail, message or meeting")
            @Size(max = 16)
            @Schema(examples = "call")
            String channel,

            @NotBlank
            @Pattern(regexp = "[a-z][a-z0-9_]{0,39}", message = "must be lower case letters, digits and underscores")
            @Size(max = 40)
            @Schema(examples = "no_answer")
            String result,

            @PlainText(max = 2000) String note) {}

    /** @param reason why, in the rep's words */
    record Pause(@PlainText(max = 2000) String reason) {}

    /** @param step what comes next, in the rep's words */
    record NextStep(
            @NotBlank @PlainText(max = 2000) String step,
            @NotNull Instant at) {}

    /** Won takes amount and currency, lost a reason, recycled a reason and perhaps until. */
    record ReportOutcome(
            @NotNull @Pattern(regexp = "won|lost|recycled", message = "must be won, lost or recycled") @Size(max = 16)
            String outcome,

            @JsonDeserialize(using = DecimalReader.class)
            @Digits(integer = 15, fraction = 4)
            @Schema(implementation = String.class, description = "Decimal, 0 or more", examples = "12000")
            BigDecimal amount,

            @Size(max = 3) @Schema(description = "ISO 4217", examples = "USD")
            String currency,

            @PlainText(max = 64) String reason,

            Instant until) {

        OutcomeReport report() {
            return new OutcomeReport(
                    outcome,
                    Optional.ofNullable(amount),
                    Optional.ofNullable(currency),
                    Optional.ofNullable(reason),
                    Optional.ofNullable(until));
        }
    }
}
