package io.leadloop.sla.clock;

import io.leadloop.agreement.inforce.InForce;
import io.leadloop.events.Handoff;
import io.leadloop.events.HandoffEvent;
import io.leadloop.messaging.Batch;
import io.leadloop.messaging.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Starts and ends acceptance clocks as hand-offs are offered, answered and expired. */
@ApplicationScoped
class FollowHandoffs {
    private final ClockStore store;
    private final ClockMetrics metrics;

    FollowHandoffs(ClockStore store, ClockMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch, InForce agreement) {
        List<HandoffNews> news = batch.of(HandoffEvent.class).stream()
                .map(event -> HandoffNews.of(event, agreement))
                .flatMap(Optional::stream)
                .toList();
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.lock(tx, ids(news, Handoff::leadId))
                .chain(leads -> store.ofHandoffs(tx, ids(news, Handoff::handoffId), HandoffNews.ACCEPTANCE)
                        .chain(clocks -> store.now(tx).map(now -> {
                            ClockChanges changes = new ClockChanges(now);
                            hear(news, byId(leads, lead -> lead.leadId), byId(clocks, row -> row.handoffId), changes);
                            return changes;
                        })))
                .chain(changes -> store.save(tx, changes, batch).invoke(() -> metrics.told(changes.events())));
    }

    private static void hear(
            List<HandoffNews> news, Map<UUID, LeadRow> leads, Map<UUID, ClockRow> clocks, ClockChanges changes) {
        for (HandoffNews piece : news) {
            Handoff handoff = piece.handoff();
            ClockRow row = clocks.computeIfAbsent(handoff.handoffId(), unknown -> newRow(piece));
            changes.hear(row, leads.get(handoff.leadId()), piece.signal());
        }
    }

    private static ClockRow newRow(HandoffNews news) {
        Handoff handoff = news.handoff();
        ClockRow row = new ClockRow();
        row.clockId = Ids.next();
        row.clock = HandoffNews.ACCEPTANCE;
        row.handoffId = handoff.handoffId();
        row.leadId = handoff.leadId();
        row.round = handoff.round();
        row.repId = handoff.repId();
        row.teamId = handoff.teamId();
        row.managerId = handoff.managerId();
        row.agreementVersion = news.agreementVersion();
        row.onBreach = news.rule().onBreach();
        return row;
    }

    private static Set<UUID> ids(List<HandoffNews> news, Function<Handoff, UUID> id) {
        return news.stream().map(HandoffNews::handoff).map(id).collect(Collectors.toSet());
    }

    private static <R> Map<UUID, R> byId(List<R> rows, Function<R, UUID> id) {
        return rows.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
