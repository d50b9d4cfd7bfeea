package io.leadloop.reporting.funnel;

import io.leadloop.events.ActivityEvent;
import io.leadloop.events.ClosedLoopEvent;
import io.leadloop.events.HandoffEvent;
import io.leadloop.events.LeadEvent;
import io.leadloop.events.LeadKeyed;
import io.leadloop.events.ScoreEvent;
import io.leadloop.events.SlaEvent;
import io.leadloop.messaging.Batch;
import io.leadloop.messaging.BatchHandler;
import io.leadloop.messaging.Received;
import io.leadloop.reporting.funnel.rules.FunnelFold;
import io.leadloop.reporting.funnel.rules.FunnelLead;
import io.leadloop.reporting.timeline.TimelineStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A batch of events of any topic becomes rows: the leads that it touches are locked in the order of their ids, each event
 * is folded in turn, and only what changed is written.
 */
@ApplicationScoped
public class FoldEvents implements BatchHandler {
    private final FunnelStore funnel;
    private final TimelineStore timeline;
    private final Freshness freshness;

    public FoldEvents(FunnelStore funnel, TimelineStore timeline, Freshness freshness) {
        this.funnel = funnel;
        this.timeline = timeline;
        this.freshness = freshness;
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch) {
        SortedSet<UUID> leadIds = new TreeSet<>();
        batch.of(LeadKeyed.class).stream()
                .filter(FoldEvents::changesRow)
                .map(LeadKeyed::leadId)
                .forEach(leadIds::add);
        return funnel.lock(tx, leadIds)
                .chain(before -> funnel.save(tx, changed(before, batch)))
                .chain(() -> timeline.add(tx, leadEvents(batch)))
                .chain(() -> freshness.mark(tx, batch.events()));
    }

    private static List<FunnelLead> changed(Map<UUID, FunnelLead> before, Batch batch) {
        Map<UUID, FunnelLead> after = new TreeMap<>(before);
        batch.of(LeadKeyed.class).stream()
                .filter(FoldEvents::changesRow)
                .forEach(event -> after.compute(event.leadId(), (id, lead) -> FunnelFold.fold(lead, event)));
        List<FunnelLead> changed = new ArrayList<>(after.values());
        changed.removeAll(before.values());
        return changed;
    }

    private static List<Received> leadEvents(Batch batch) {
        return batch.events().stream()
                .filter(received -> received.event() instanceof LeadKeyed)
                .toList();
    }

    /** Activities and clocks are told in the timeline only. */
    private static boolean changesRow(LeadKeyed event) {
        return switch (event) {
            case LeadEvent unused -> true;
            case ScoreEvent unused -> true;
            case HandoffEvent unused -> true;
            case ClosedLoopEvent unused -> true;
            case ActivityEvent unused -> false;
            case SlaEvent unused -> false;
        };
    }
}
