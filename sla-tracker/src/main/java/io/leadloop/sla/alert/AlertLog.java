package io.leadloop.sla.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The alerts as a log that only grows at its end. Numbers alone do not give that: a number is drawn before its transaction
 * commits, so a smaller one can appear later. Therefore the order is that of the transactions, and the log ends before the
 * oldest transaction that still runs: everything older has been decided.
 */
@ApplicationScoped
class AlertLog {
    private static final String END = """
            select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)""";

    private static final String PLACE = """
            select cast(cast(transaction_id as text) as bigint) from alert where alert_id = ?1""";

    private static final String KEYS = """
            select cast(cast(transaction_id as text) as bigint), alert_id from alert
            where (transaction_id, alert_id) > (cast(cast(?1 as text) as xid8), ?2)
              and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
            order by transaction_id, alert_id limit ?3""";

    /** A place in the log, after the alert that it names. */
    record Place(long transaction, long alertId) implements Comparable<Place> {
        static final Place START = new Place(0, 0);

        @Override
        public int compareTo(Place other) {
            int byTransaction = Long.compare(transaction, other.transaction);
            return byTransaction == 0 ? Long.compare(alertId, other.alertId) : byTransaction;
        }
    }

    record Entry(Place place, Alert alert) {}

    /** After everything that was told so far. */
    Uni<Place> end(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(END, Long.class).getSingleResult().map(running -> new Place(running, 0));
    }

    /** After that alert; the start if it is unknown, since too much is better than too little. */
    Uni<Place> after(Mutiny.StatelessSession tx, long alertId) {
        return tx.createNativeQuery(PLACE, Long.class)
                .setParameter(1, alertId)
                .getResultList()
                .map(found -> found.isEmpty() ? Place.START : new Place(found.getFirst(), alertId));
    }

    Uni<List<Entry>> read(Mutiny.StatelessSession tx, Place after, int atMost) {
        return tx.createNativeQuery(KEYS, Object[].class)
                .setParameter(1, Long.toString(after.transaction()))
                .setParameter(2, after.alertId())
                .setParameter(3, atMost)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Place(((Number) row[0]).longValue(), ((Number) row[1]).longValue()))
                        .toList())
                .chain(places -> places.isEmpty() ? Uni.createFrom().item(List.of()) : entries(tx, places));
    }

    private static Uni<List<Entry>> entries(Mutiny.StatelessSession tx, List<Place> places) {
        return tx.createQuery("from AlertRow a where a.alertId in :ids", AlertRow.class)
                .setParameter("ids", places.stream().map(Place::alertId).toList())
                .getResultList()
                .map(rows -> {
                    Map<Long, AlertRow> byId =
                            rows.stream().collect(Collectors.toMap(row -> row.alertId, Function.identity()));
                    return places.stream()
                            .map(place ->
                                    new Entry(place, byId.get(place.alertId()).asTold()))
                            .toList();
                });
    }
}
