package io.leadloop.handoff.offer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.leadloop.events.Attempt;
import io.leadloop.events.Brief;
import io.leadloop.events.EventJson;
import io.leadloop.events.Pause;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A hand-off as HTTP shows it. In lists {@code brief}, {@code attemptLog} and {@code routing} are left out.
 *
 * @param pauses while no promise ran; the last has no end while it is paused
 * @param attempts human attempts to reach the lead so far
 * @param routing the whole decision: who was considered, and why not
 */
@Schema(description = "A lead offered to one rep")
record HandoffView(
        UUID handoffId,
        UUID leadId,
        int round,
        String state,
        String repId,
        String repName,
        String teamId,
        String managerId,
        String zone,
        String pool,
        int agreementVersion,
        Instant offeredAt,
        Instant acceptBy,
        Instant answeredAt,
        String rejectReason,
        String rejectNote,
        int attempts,
        Instant closedAt,
        List<Pause> pauses,
        String nextStep,
        Instant nextStepAt,
        Ending outcome,
        Brief brief,
        List<Attempt> attemptLog,

        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
        JsonNode routing) {

    /** What became of the lead; only the fields of its kind are there. */
    record Ending(
            String outcome,

            @Schema(description = "Decimal", examples = "12000")
            String amount,

            String currency,
            String reason,
            Instant until) {}

    static HandoffView summary(HandoffRow row, Access access) {
        return view(row, access instanceof Access.Masked, null, null, null);
    }

    static HandoffView detail(HandoffRow row, List<Attempt> attempts, Access access) {
        boolean masked = access instanceof Access.Masked;
        Brief brief = EventJson.read(row.brief, Brief.class);
        return view(
                row,
                masked,
                masked ? Masking.mask(brief) : brief,
                masked ? attempts.stream().map(Masking::mask).toList() : attempts,
                json(row.routing));
    }

    private static HandoffView view(
            HandoffRow row, boolean masked, Brief brief, List<Attempt> attempts, JsonNode routing) {
        return new HandoffView(
                row.handoffId,
                row.leadId,
                row.round,
                row.state,
                row.repId,
                row.repName,
                row.teamId,
                row.managerId,
                row.zone,
                row.pool,
                row.agreementVersion,
                row.offeredAt,
                row.acceptBy,
                row.answeredAt,
                row.rejectReason,
                masked ? Masking.mask(row.rejectNote) : row.rejectNote,
                row.attempts,
                row.closedAt,
                Pauses.read(row.pauses),
                masked ? Masking.mask(row.nextStep) : row.nextStep,
                row.nextStepAt,
                ending(row),
                brief,
                attempts,
                routing);
    }

    private static Ending ending(HandoffRow row) {
        return row.outcome == null
                ? null
                : new Ending(row.outcome, text(row.amount), row.currency, row.outcomeReason, row.recycledUntil);
    }

    private static String text(BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static JsonNode json(String text) {
        try {
            return EventJson.mapper().readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
