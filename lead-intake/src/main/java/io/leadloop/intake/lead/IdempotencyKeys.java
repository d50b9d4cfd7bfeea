package io.leadloop.intake.lead;

import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Stopping;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Remembers the answers to posts with an Idempotency-Key for 24 hours, in the transaction that captures the lead. Two posts
 * with one key at the same moment: the second waits for the first's commit and then has its answer.
 */
@ApplicationScoped
class IdempotencyKeys {
    private static final Logger LOG = Logger.getLogger(IdempotencyKeys.class);

    /**
     * Part of the capturing statement: of the {@code given} submissions those whose key is theirs from now on, with the answer that a
     * new lead gets.
     */
    static final String CLAIM_GIVEN = """
            insert into idempotency_key (caller, key, fingerprint, lead_id, status)
            select caller, key, fingerprint, lead_id, 'captured' from given where key is not null
            on conflict do nothing returning lead_id""";

    private static final String FIND = """
            select k.caller || ' ' || k.key, k.fingerprint, k.lead_id, k.status from idempotency_key k
            join unnest(cast(?1 as text[]), cast(?2 as text[])) w (caller, key) using (caller, key)""";

    private static final String ANSWER = """
            update idempotency_key k set lead_id = a.lead_id, status = a.status
            from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as uuid[]), cast(?4 as text[]))
              a (caller, key, lead_id, status)
            where k.caller = a.caller and k.key = a.key""";

    private final Database database;

    IdempotencyKeys(Database database) {
        this.database = database;
    }

    /** @param fingerprint of the request's content: the same key with another one is refused */
    record IdempotencyKey(String caller, String key, String fingerprint) {
        String id() {
            return caller + " " + key;
        }
    }

    /** An answer was 24 hours old and removed between claiming its key and reading it: at the next try the key is free. */
    static final class JustForgotten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        JustForgotten() {
            super("The answer under an Idempotency-Key was forgotten at this moment", null, false, false);
        }

        static boolean isCauseOf(Throwable failure) {
            return failure != null && (failure instanceof JustForgotten || isCauseOf(failure.getCause()));
        }
    }

    record StoredAnswer(String fingerprint, UUID leadId, String status) {}

    /** @return the answers that were given before under these keys, by {@link IdempotencyKey#id()} */
    Uni<Map<String, StoredAnswer>> find(Mutiny.StatelessSession tx, List<IdempotencyKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return tx.createNativeQuery(FIND, Object[].class)
                .setParameter(1, text(keys, IdempotencyKey::caller))
                .setParameter(2, text(keys, IdempotencyKey::key))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (String) row[0],
                                row -> new StoredAnswer((String) row[1], (UUID) row[2], (String) row[3]))));
    }

    /** Other answers than that of a new lead, for keys of this transaction. */
    Uni<Void> answer(Mutiny.StatelessSession tx, Map<IdempotencyKey, StoredAnswer> answers) {
        if (answers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<IdempotencyKey> keys = List.copyOf(answers.keySet());
        return tx.createNativeQuery(ANSWER)
                .setParameter(1, text(keys, IdempotencyKey::caller))
                .setParameter(2, text(keys, IdempotencyKey::key))
                .setParameter(
                        3, keys.stream().map(key -> answers.get(key).leadId()).toArray(UUID[]::new))
                .setParameter(4, text(keys, key -> answers.get(key).status()))
                .executeUpdate()
                .replaceWithVoid();
    }

    @Scheduled(
            every = "10m",
            delayed = "1m",
            skipExecutionIf = Stopping.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return database.patiently(tx -> tx.createNativeQuery(
                                "delete from idempotency_key where created_at < now() - interval '24 hours'")
                        .executeUpdate())
                .replaceWithVoid()
                .onFailure(Failures::isOperational)
                .recoverWithUni(failure -> {
                    LOG.warnf("Old idempotency keys stay for now: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private static String[] text(List<IdempotencyKey> keys, Function<IdempotencyKey, String> value) {
        return keys.stream().map(value).toArray(String[]::new);
    }
}
