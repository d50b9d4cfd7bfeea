package io.leadloop.reporting.funnel;

import io.leadloop.events.EventType;
import io.leadloop.messaging.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** How fresh the numbers are: when the newest event that they contain was recorded. */
@ApplicationScoped
public class Freshness {

    /** The last statement of a transaction: batches of one topic meet in this row and should not wait long. */
    private static final String MARK = """
            insert into topic_freshness (topic, recorded_at) values (?1, ?2)
            on conflict (topic) do update set recorded_at = excluded.recorded_at
            where excluded.recorded_at > topic_freshness.recorded_at""";

    /** A batch is of one topic. */
    Uni<Void> mark(Mutiny.StatelessSession tx, List<Received> batch) {
        Optional<Instant> newest = batch.stream().map(Received::recordedAt).max(Instant::compareTo);
        Optional<String> topic = batch.stream()
                .findFirst()
                .flatMap(received -> EventType.of(received.event()).topic());
        return newest.isEmpty() || topic.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.createNativeQuery(MARK)
                        .setParameter(1, topic.get())
                        .setParameter(2, newest.get())
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** Empty while nothing has arrived. */
    public Uni<Optional<Instant>> newest(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery("select max(recorded_at) from topic_freshness", Instant.class)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }
}
