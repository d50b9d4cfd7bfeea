package io.leadloop.messaging;

import io.leadloop.messaging.Decoded.Tombstone;
import io.leadloop.messaging.Decoded.Understood;
import io.leadloop.messaging.Decoded.Unknown;
import io.leadloop.messaging.Decoded.Unreadable;
import io.leadloop.messaging.RedriveOutcome.AlreadyApplied;
import io.leadloop.messaging.RedriveOutcome.Discarded;
import io.leadloop.messaging.RedriveOutcome.Redriven;
import io.leadloop.messaging.RedriveOutcome.StillFailing;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Applies the kept bytes of dead letters as if they had just arrived: by the handler of their topic's consumer, through the
 * inbox, in one transaction with the note that it is done. Consumers drop what is older than what they have, so a record that
 * comes late does no harm.
 */
@ApplicationScoped
public class Redrive {
    private static final Logger LOG = Logger.getLogger(Redrive.class);
    private static final Duration WAIT_FOR_HANDLER = Duration.ofSeconds(5);

    private final Database database;
    private final DeadLetterStore store;
    private final OnceOnly onceOnly;
    private final ConsumersByTopic consumers;

    Redrive(Database database, DeadLetterStore store, OnceOnly onceOnly, ConsumersByTopic consumers) {
        this.database = database;
        this.store = store;
        this.onceOnly = onceOnly;
        this.consumers = consumers;
    }

    /** What came of each of many, and how many that match wait still. */
    public record Sweep(Map<UUID, RedriveOutcome> outcomes, long waiting) {}

    /** Empty when there is no such dead letter. */
    public Uni<Optional<RedriveOutcome>> one(UUID id, String by) {
        return database.transaction(tx -> store.find(tx, id))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : redrive(found.get(), by).map(Optional::of));
    }

    /** Up to {@code limit} that wait and match, the longest untried first. */
    public Uni<Sweep> all(DeadLetter.Filter filter, int limit, String by) {
        DeadLetter.Filter waiting =
                new DeadLetter.Filter(Optional.of(DeadLetterState.WAITING), filter.topic(), filter.reason());
        return database.transaction(tx -> store.toTry(tx, waiting, limit))
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(id -> one(id, by).map(outcome -> Map.entry(id, outcome.orElseThrow())))
                .collect()
                .asList()
                .chain(outcomes -> database.transaction(tx -> store.count(tx, waiting))
                        .map(left -> new Sweep(
                                outcomes.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                                left)));
    }

    private Uni<RedriveOutcome> redrive(DeadLetter letter, String by) {
        Optional<TopicConsumer> consumer = consumers.of(letter.topic());
        if (consumer.isEmpty()) {
            return failed(letter, "this version of the service does not read " + letter.topic());
        }
        return consumer.get()
                .handler()
                .ifNoItem()
                .after(WAIT_FOR_HANDLER)
                .fail()
                .chain(handler -> database.patiently(tx -> apply(tx, letter.deadLetterId(), handler, by)))
                .onFailure(failure -> !Failures.isOperational(failure))
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "Dead letter %s cannot be applied", letter.deadLetterId());
                    return new StillFailing("applying it failed with "
                            + failure.getClass().getSimpleName() + "; see this service's log");
                })
                .call(outcome -> outcome instanceof StillFailing still
                        ? failed(letter, still.why())
                        : Uni.createFrom().voidItem());
    }

    private Uni<RedriveOutcome> apply(Mutiny.StatelessSession tx, UUID id, BatchHandler handler, String by) {
        return store.lock(tx, id)
                .chain(row -> switch (DeadLetterState.labelled(row.state).orElseThrow()) {
                    case REDRIVEN -> Uni.createFrom().item(new AlreadyApplied());
                    case DISCARDED -> Uni.createFrom().item(new Discarded());
                    case WAITING -> apply(tx, row, handler, by);
                });
    }

    private Uni<RedriveOutcome> apply(Mutiny.StatelessSession tx, DeadLetterRow row, BatchHandler handler, String by) {
        return switch (Decoder.decode(RawRecord.of(row))) {
            case Unreadable unreadable -> Uni.createFrom().item(new StillFailing(unreadable.reason()));
            case Unknown unknown -> Uni.createFrom().item(new StillFailing("the type is unknown to this service"));
            case Tombstone tombstone -> Uni.createFrom().item(new StillFailing("there is no value"));
            case Understood understood ->
                onceOnly.apply(tx, List.of(understood), handler)
                        .call(() -> store.redriven(tx, row.id, by))
                        .map(fresh -> fresh > 0 ? new Redriven() : new AlreadyApplied());
        };
    }

    private Uni<RedriveOutcome> failed(DeadLetter letter, String why) {
        return database.patiently(tx -> store.failed(tx, letter.deadLetterId(), why))
                .replaceWith(new StillFailing(why));
    }
}
