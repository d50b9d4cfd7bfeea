package io.leadloop.messaging;

import io.leadloop.messaging.Decoded.Understood;
import io.leadloop.messaging.Decoded.Unreadable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Applies a poll of Kafka records, each event once.
 *
 * <ul>
 *   <li>Everything of a poll is one transaction: inbox, the handler's work, its events.
 *   <li>A failure of the surroundings (database away, lock, time-out) is tried again until it works; nothing is acknowledged.
 *   <li>Any other failure is narrowed down by halving; the record that fails alone is tried {@value #TRIES_ALONE} times and
 *       then put among the dead letters, and the rest goes on.
 * </ul>
 */
@ApplicationScoped
public class BatchConsumer {
    private static final Logger LOG = Logger.getLogger(BatchConsumer.class);
    static final int TRIES_ALONE = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(30);

    private final Database database;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final ConsumptionProgress progress;

    BatchConsumer(Database database, Inbox inbox, DeadLetters deadLetters, ConsumptionProgress progress) {
        this.database = database;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.progress = progress;
    }

    /** Completes when every record is applied or put aside; never fails for a record's sake. */
    public Uni<Void> consume(ConsumerRecords<byte[], byte[]> records, BatchHandler handler) {
        List<Decoded> decoded = StreamSupport.stream(records.spliterator(), false)
                .map(RawRecord::of)
                .map(Decoder::decode)
                .toList();
        progress.received(records);
        decoded.stream()
                .filter(Decoded.Unknown.class::isInstance)
                .map(Decoded.Unknown.class::cast)
                .forEach(progress::unknownType);
        List<Understood> understood = ofKind(decoded, Understood.class);
        return putAside(ofKind(decoded, Unreadable.class))
                .chain(() -> apply(understood, handler))
                .invoke(() -> progress.done(records));
    }

    private static <T extends Decoded> List<T> ofKind(List<Decoded> decoded, Class<T> kind) {
        return decoded.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Uni<Void> putAside(List<Unreadable> unreadable) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Unreadable one : unreadable) {
            all = all.chain(() -> persistently(tx -> deadLetter(tx, one.record(), one.reason())));
        }
        return all;
    }

    private Uni<Void> apply(List<Understood> records, BatchHandler handler) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return persistently(tx -> applyOnce(tx, records, handler)).onFailure().recoverWithUni(failure -> {
            if (records.size() > 1) {
                int half = records.size() / 2;
                return apply(records.subList(0, half), handler)
                        .chain(() -> apply(records.subList(half, records.size()), handler));
            }
            return applyAlone(records.getFirst(), handler, failure);
        });
    }

    private Uni<Void> applyAlone(Understood record, BatchHandler handler, Throwable firstFailure) {
        LOG.errorf(firstFailure, "Cannot apply %s; trying again", describe(record));
        return persistently(tx -> applyOnce(tx, List.of(record), handler))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(TRIES_ALONE - 1L)
                .onFailure()
                .recoverWithUni(
                        failure -> persistently(tx -> deadLetter(tx, record.record(), reason(record, firstFailure))));
    }

    private Uni<Void> applyOnce(Mutiny.StatelessSession tx, List<Understood> records, BatchHandler handler) {
        Map<UUID, Understood> byId = new LinkedHashMap<>();
        records.forEach(record -> byId.putIfAbsent(record.eventId(), record));
        return inbox.firstSeen(tx, byId.keySet()).chain(fresh -> {
            List<Received> unseen = byId.values().stream()
                    .filter(record -> fresh.contains(record.eventId()))
                    .map(Understood::received)
                    .toList();
            return unseen.isEmpty() ? Uni.createFrom().voidItem() : handler.handle(tx, Batch.of(unseen));
        });
    }

    private Uni<Void> deadLetter(Mutiny.StatelessSession tx, RawRecord record, String reason) {
        return deadLetters
                .put(tx, record, reason)
                .invoke(isNew -> {
                    if (isNew) {
                        progress.deadLettered(record.topic());
                    }
                })
                .replaceWithVoid();
    }

    /** One transaction, tried until the surroundings allow it; fails only for reasons that lie in the data. */
    private Uni<Void> persistently(java.util.function.Function<Mutiny.StatelessSession, Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    progress.attempting();
                    return database.transaction(work);
                })
                .ifNoItem()
                .after(ATTEMPT_LIMIT)
                .fail()
                .onFailure(Failures::isOperational)
                .invoke(failure -> LOG.warnf("Consumption waits and tries again: %s", failure.getMessage()))
                .onFailure(Failures::isOperational)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    /** Names the failure's type only: its message may quote the record. */
    private static String reason(Understood record, Throwable failure) {
        return "applying " + record.event().getClass().getSimpleName() + " failed with "
                + failure.getClass().getSimpleName() + "; see this service's log";
    }

    private static String describe(Understood record) {
        RawRecord raw = record.record();
        return "%s %s (%s partition %d offset %d)"
                .formatted(
                        record.event().getClass().getSimpleName(),
                        record.eventId(),
                        raw.topic(),
                        raw.partition(),
                        raw.offset());
    }
}
