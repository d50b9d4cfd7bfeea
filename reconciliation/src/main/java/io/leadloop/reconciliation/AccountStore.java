package io.leadloop.reconciliation;

import io.leadloop.messaging.Times;
import io.leadloop.reconciliation.rules.Bucket;
import io.leadloop.reconciliation.rules.Entry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads accounts, each by one query. */
@ApplicationScoped
class AccountStore {
    private static final String DEAD_LETTERS = "select count(*) from dead_letter where state = 'waiting'";

    /** A pass over a million rows sorts nothing to disk, and is worth more patience than a request. */
    private static final String PATIENCE =
            "select set_config('work_mem', '64MB', true) || set_config('statement_timeout', '60s', true)";

    private static final String AFTER_ALL = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    /** Prepares this transaction for passes over whole tables. */
    Uni<Void> prepare(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(PATIENCE, String.class).getSingleResult().replaceWithVoid();
    }

    Uni<Instant> now(Mutiny.StatelessSession tx) {
        return Times.now(tx);
    }

    Uni<Long> deadLetters(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(DEAD_LETTERS, Long.class).getSingleResult();
    }

    Uni<AccountSummary> summary(Mutiny.StatelessSession tx, Account account) {
        return tx.createNativeQuery(AccountQuery.summary(account), Tuple.class)
                .setParameter(1, topics(account))
                .getResultList()
                .map(rows -> {
                    Map<String, Long> states = new TreeMap<>();
                    rows.forEach(row -> states.put(row.get(0, String.class), row.get(1, Long.class)));
                    long entries =
                            states.values().stream().mapToLong(Long::longValue).sum();
                    Long quarantined = states.remove("quarantined");
                    return new AccountSummary(
                            account.name(),
                            account.meaning(),
                            entries,
                            states,
                            quarantined == null ? 0 : quarantined,
                            rows.stream()
                                    .mapToLong(row -> row.get(2, Long.class))
                                    .sum());
                });
    }

    /** Buckets without entries are left out. */
    Uni<List<Bucket>> buckets(Mutiny.StatelessSession tx, Account account, int buckets) {
        return tx.createNativeQuery(AccountQuery.buckets(account), Tuple.class)
                .setParameter(1, topics(account))
                .setParameter(2, buckets - 1)
                .getResultList()
                .map(rows -> {
                    Map<Integer, Bucket> byNumber = new HashMap<>();
                    rows.forEach(row -> {
                        long entries = row.get(2, Long.class);
                        byNumber.merge(
                                row.get(0, Integer.class),
                                new Bucket(
                                        row.get(0, Integer.class),
                                        entries,
                                        row.get(3, Long.class),
                                        Map.of(row.get(1, String.class), entries)),
                                Bucket::plus);
                    });
                    return List.copyOf(byNumber.values());
                });
    }

    Uni<Entries> entries(Mutiny.StatelessSession tx, Account account, int buckets, List<Integer> wanted) {
        return tx.createNativeQuery(AccountQuery.entries(account), Tuple.class)
                .setParameter(1, topics(account))
                .setParameter(2, buckets - 1)
                .setParameter(3, wanted.toArray(Integer[]::new))
                .getResultList()
                .chain(rows -> quarantined(tx)
                        .map(leads -> new Entries(
                                rows.stream().map(AccountStore::entry).toList(), leads)));
    }

    /** Newest first. {@code state} empty: every state. One more than {@code limit}, if there is one. */
    Uni<List<Entry>> list(Mutiny.StatelessSession tx, Account account, String state, String before, int limit) {
        return tx.createNativeQuery(AccountQuery.list(account), Tuple.class)
                .setParameter(1, topics(account))
                .setParameter(2, before.isEmpty() ? AFTER_ALL : before)
                .setParameter(3, state)
                .setParameter(4, limit + 1)
                .getResultList()
                .map(rows -> rows.stream().map(AccountStore::entry).toList());
    }

    private static Uni<Set<UUID>> quarantined(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(AccountQuery.QUARANTINED, UUID.class)
                .getResultList()
                .map(HashSet::new);
    }

    private static Entry entry(Tuple row) {
        return new Entry(
                UUID.fromString(row.get(0, String.class)),
                UUID.fromString(row.get(1, String.class)),
                row.get(2, Long.class),
                row.get(3, String.class),
                row.get(4, Boolean.class));
    }

    private static String topics(Account account) {
        return account.topics().stream().sorted().collect(Collectors.joining(","));
    }
}
