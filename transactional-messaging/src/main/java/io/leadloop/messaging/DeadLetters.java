package io.leadloop.messaging;

import io.leadloop.events.DeadLetterEvent.RecordDeadLettered;
import io.leadloop.events.EventJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Puts a record aside that could not be used: its bytes stay in this database, a reference without personal data goes to
 * the dead-letter topic. The same record a second time changes nothing.
 */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Outbox outbox;
    private final String service;

    DeadLetters(Outbox outbox, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.outbox = outbox;
        this.service = service;
    }

    /** @return whether the record is new among the dead letters */
    Uni<Boolean> put(Mutiny.StatelessSession tx, RawRecord record, String reason) {
        return isKnown(tx, record)
                .chain(known -> known
                        ? Uni.createFrom().item(false)
                        : insert(tx, record, reason).replaceWith(true));
    }

    private static Uni<Boolean> isKnown(Mutiny.StatelessSession tx, RawRecord record) {
        return tx.createQuery(
                        "select count(d) from DeadLetterRow d where d.topic = ?1 and d.partition = ?2 and d.offset = ?3"
                                + " and d.fingerprint in ('', ?4)",
                        Long.class)
                .setParameter(1, record.topic())
                .setParameter(2, record.partition())
                .setParameter(3, record.offset())
                .setParameter(4, record.fingerprint())
                .getSingleResult()
                .map(count -> count > 0);
    }

    private Uni<Void> insert(Mutiny.StatelessSession tx, RawRecord record, String reason) {
        DeadLetterRow row = row(record, reason);
        LOG.warnf(
                "Put aside %s partition %d offset %d as dead letter %s: %s",
                row.topic, row.partition, row.offset, row.id, reason);
        RecordDeadLettered event = new RecordDeadLettered(
                row.id, Instant.now(), service, row.topic, row.partition, row.offset, row.safeKey, row.eventId, reason);
        return tx.insert(row).chain(() -> outbox.append(tx, List.of(event), Trace.of(record.header("traceparent"))));
    }

    private static DeadLetterRow row(RawRecord record, String reason) {
        DeadLetterRow row = new DeadLetterRow();
        row.id = Ids.next();
        row.topic = record.topic();
        row.partition = record.partition();
        row.offset = record.offset();
        row.key = record.key();
        row.value = record.value();
        row.headers = EventJson.write(record.headers());
        row.fingerprint = record.fingerprint();
        row.type = record.safeType().orElse(null);
        row.safeKey = record.safeKey().orElse(null);
        row.eventId = record.eventId().orElse(null);
        row.reason = reason;
        return row;
    }
}
