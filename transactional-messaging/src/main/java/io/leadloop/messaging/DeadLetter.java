package io.leadloop.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A dead letter as operators see it: where, why, when, and what became of it; nothing that may be a person's.
 *
 * @param recordKey the record's key where it is a UUID or a number, else {@code null}
 * @param eventId the record's {@code ce_id} where it had a valid one, else {@code null}
 * @param type the record's {@code ce_type} where it is formed like ours, else {@code null}
 * @param reason why it was put aside, without values from the record
 * @param tries how often a redrive was tried in vain
 * @param lastFailure why the last redrive failed
 * @param settledAt when it was redriven or discarded
 */
public record DeadLetter(
        UUID deadLetterId,
        DeadLetterState state,
        String topic,
        int partition,
        long offset,
        String recordKey,
        UUID eventId,
        String type,
        String reason,
        Instant receivedAt,
        int tries,
        Instant lastTriedAt,
        String lastFailure,
        Instant settledAt,
        String settledBy,
        String discardReason) {

    /** Which dead letters are meant; what is empty does not matter. */
    public record Filter(Optional<DeadLetterState> state, Optional<String> topic, Optional<String> reason) {}

    static DeadLetter of(Object[] row) {
        return new DeadLetter(
                (UUID) row[0],
                DeadLetterState.labelled((String) row[1]).orElseThrow(),
                (String) row[2],
                (Integer) row[3],
                (Long) row[4],
                (String) row[5],
                (UUID) row[6],
                (String) row[7],
                (String) row[8],
                (Instant) row[9],
                (Integer) row[10],
                (Instant) row[11],
                (String) row[12],
                (Instant) row[13],
                (String) row[14],
                (String) row[15]);
    }
}
