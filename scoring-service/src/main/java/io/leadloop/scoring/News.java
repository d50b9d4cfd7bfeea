package io.leadloop.scoring;

import io.leadloop.events.ClosedLoopEvent;
import io.leadloop.events.LeadEvent;
import io.leadloop.messaging.Batch;
import io.leadloop.scoring.rules.ChangeReason;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a batch told that was not known before. What is older than what a row has is no news, so replaying changes nothing. */
final class News {
    private final Map<UUID, ScoreRow> changed = new LinkedHashMap<>();
    private final Map<UUID, EnumSet<ChangeReason>> reasons = new LinkedHashMap<>();
    private final Set<UUID> live = new HashSet<>();
    private final Map<UUID, ScoreRow> rows;

    private News(Map<UUID, ScoreRow> rows) {
        this.rows = rows;
    }

    /** Applies the batch to the rows. */
    static News of(Batch batch, List<Deed> newActivities, Map<UUID, ScoreRow> rows) {
        News news = new News(rows);
        batch.of(LeadEvent.class).forEach(event -> news.take(event, rows.get(event.leadId())));
        batch.of(ClosedLoopEvent.class).forEach(event -> news.take(event, rows.get(event.leadId())));
        newActivities.forEach(deed -> news.look(rows.get(deed.leadId()), ChangeReason.ACTIVITY, !deed.historical()));
        return news;
    }

    /** Leads whose score may be another one now. */
    List<Look> looks() {
        return reasons.entrySet().stream()
                .map(lead -> new Look(rows.get(lead.getKey()), live.contains(lead.getKey()), lead.getValue()))
                .toList();
    }

    /** Rows to save, whatever comes of the looks. */
    Set<ScoreRow> changed() {
        return new HashSet<>(changed.values());
    }

    private void take(LeadEvent event, ScoreRow row) {
        if (row.take(event)) {
            changed.put(row.leadId, row);
            look(row, ChangeReason.PROFILE, !event.lead().historical());
        }
    }

    private void take(ClosedLoopEvent event, ScoreRow row) {
        boolean closed = row.isClosed();
        if (row.take(event)) {
            changed.put(row.leadId, row);
            if (closed && !row.isClosed()) {
                look(row, ChangeReason.REOPENED, true);
            }
        }
    }

    private void look(ScoreRow row, ChangeReason reason, boolean isLive) {
        reasons.computeIfAbsent(row.leadId, lead -> EnumSet.noneOf(ChangeReason.class))
                .add(reason);
        if (isLive) {
            live.add(row.leadId);
        }
    }
}
