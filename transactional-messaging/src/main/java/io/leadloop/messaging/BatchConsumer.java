package io.leadloop.messaging;

import io.leadloop.messaging.ConsumptionProgress.Stage;
import io.leadloop.messaging.Decoded.Tombstone;
import io.leadloop.messaging.Decoded.Understood;
import io.leadloop.messaging.Decoded.Unknown;
import io.leadloop.messaging.Decoded.Unreadable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Applies what a channel delivers, each event once.
 *
 * <ul>
 *   <li>What has arrived is one transaction, or a few when it is much ({@link TransactionSize}): inbox, the handler's work, its events.
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

    private final Vertx vertx;
    private final Database database;
    private final OnceOnly onceOnly;
    private final DeadLetters deadLetters;
    private final ConsumptionProgress progress;

    BatchConsumer(
            Vertx vertx, Database database, OnceOnly onceOnly, DeadLetters deadLetters, ConsumptionProgress progress) {
        this.vertx = vertx;
        this.database = database;
        this.onceOnly = onceOnly;
        this.deadLetters = deadLetters;
        this.progress = progress;
    }

    /** What a channel is to deliver to: applies or puts aside every record, and then acknowledges it. */
    public Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> subscriber(TopicConsumer consumer) {
        return subscriber(consumer, () -> {});
    }

    /** @param afterwards done after each transaction */
    public Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> subscriber(
            TopicConsumer consumer, Runnable afterwards) {
        var transactions = new SizedTransactions(System::nanoTime, BatchConsumer::persistently);
        return new Arrivals(
                records -> consumer.handler().chain(handler -> consume(records, transactions, handler, afterwards)),
                System::nanoTime,
                this::later);
    }

    private void later(long millis, Runnable next) {
        long timer = vertx.setTimer(millis, over -> next.run());
        assert timer >= 0;
    }

    private Uni<Void> consume(
            List<RawRecord> records, SizedTransactions transactions, BatchHandler handler, Runnable afterwards) {
        progress.begun();
        List<Decoded> decoded = records.stream().map(Decoder::decode).toList();
        progress.count(Stage.RECEIVED, decoded);
        progress.count(Stage.TOMBSTONE, ofKind(decoded, Tombstone.class));
        progress.count(Stage.UNKNOWN_TYPE, ofKind(decoded, Unknown.class));
        return putAllAside(ofKind(decoded, Unreadable.class))
                .chain(() -> transactions.apply(
                        ofKind(decoded, Understood.class),
                        some -> apply(some, handler).invoke(afterwards)))
                .onTermination()
                .invoke(progress::ended);
    }

    private static <T extends Decoded> List<T> ofKind(List<Decoded> decoded, Class<T> kind) {
        return decoded.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Uni<Void> putAllAside(List<Unreadable> unreadable) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Unreadable one : unreadable) {
            all = all.chain(() -> putAside(one, one.reason()));
        }
        return all;
    }

    /** Fails only for the surroundings' sake. */
    private Uni<Void> apply(List<Understood> records, BatchHandler handler) {
        return applied(records, handler)
                .onFailure(failure -> !Failures.isOperational(failure))
                .recoverWithUni(failure -> narrowDown(records, handler, failure));
    }

    private Uni<Void> narrowDown(List<Understood> records, BatchHandler handler, Throwable failure) {
        if (records.size() == 1) {
            return applyAlone(records.getFirst(), handler, failure);
        }
        int half = records.size() / 2;
        return applyHalf(records.subList(0, half), handler)
                .chain(() -> applyHalf(records.subList(half, records.size()), handler));
    }

    private Uni<Void> applyHalf(List<Understood> records, BatchHandler handler) {
        return persistently(applied(records, handler))
                .onFailure()
                .recoverWithUni(failure -> narrowDown(records, handler, failure));
    }

    private Uni<Void> applyAlone(Understood record, BatchHandler handler, Throwable firstFailure) {
        LOG.errorf(firstFailure, "Cannot apply %s; trying again", record.describe());
        return persistently(applied(List.of(record), handler))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(TRIES_ALONE - 1L)
                .onFailure()
                .recoverWithUni(failure -> putAside(record, record.failedWith(firstFailure)));
    }

    private Uni<Void> applied(List<Understood> records, BatchHandler handler) {
        return once(tx -> onceOnly.apply(tx, records, handler))
                .invoke(() -> progress.count(Stage.DONE, records))
                .replaceWithVoid();
    }

    /** There is nowhere else to put it: if even this fails, it is tried until it works, and the log says so each time. */
    private Uni<Void> putAside(Decoded poison, String reason) {
        return persistently(once(tx -> deadLetters.put(tx, poison.record(), reason)))
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        failure,
                        "Cannot put aside a record of %s",
                        poison.record().topic()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .invoke(() -> progress.count(Stage.DEAD_LETTERED, List.of(poison)))
                .replaceWithVoid();
    }

    /** One attempt at one transaction. */
    private <T> Uni<T> once(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    progress.moved();
                    return database.patiently(work);
                })
                .ifNoItem()
                .after(ATTEMPT_LIMIT)
                .fail();
    }

    /** Tries until the surroundings allow it; fails only for reasons that lie in the data. */
    private static <T> Uni<T> persistently(Uni<T> attempt) {
        return attempt.onFailure(Failures::isOperational)
                .invoke(failure -> LOG.warnf("Consumption waits and tries again: %s", failure.getMessage()))
                .onFailure(Failures::isOperational)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }
}
