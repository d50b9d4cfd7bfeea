package io.leadloop.scoring;

import io.leadloop.events.ClosedLoopEvent;
import io.leadloop.events.LeadEvent;
import io.leadloop.messaging.Batch;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a batch told that was not known before. What is older than what a row has is no news, so replaying changes nothing.
 *
 * @param changed rows to save
 * @param toScore leads whose score may be another one now
 * @param live those of them to which something happened now, as opposed to imported history
 */
record News(Map<UUID, ScoreRow> changed, Set<UUID> toScore, Set<UUID> live) {

    /** Applies the batch to the rows. */
    static News of(Batch batch, List<Deed> newActivities, Map<UUID, ScoreRow> rows) {
        News news = new News(new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        batch.of(LeadEvent.class).forEach(event -> news.take(event, rows.get(event.leadId())));
        batch.of(ClosedLoopEvent.class).forEach(event -> news.take(event, rows.get(event.leadId())));
        newActivities.forEach(deed -> news.toScore(rows.get(deed.leadId()), !deed.historical()));
        return news;
    }

    private void take(LeadEvent event, ScoreRow row) {
        if (row.take(event)) {
            changed.put(row.leadId, row);
            toScore(row, !event.lead().historical());
        }
    }

    private void take(ClosedLoopEvent event, ScoreRow row) {
        if (row.take(event)) {
            changed.put(row.leadId, row);
        }
    }

    private void toScore(ScoreRow row, boolean isLive) {
        toScore.add(row.leadId);
        if (isLive) {
            live.add(row.leadId);
        }
    }
}
