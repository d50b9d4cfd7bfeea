package io.leadloop.scoring;

import io.leadloop.events.ActivityEvent.ActivityRecorded;
import io.leadloop.events.LeadEvent;
import io.leadloop.messaging.Batch;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Something a lead did, whichever topic tells it first: what belongs to a submission comes with the lead, and once more on
 * {@code leadloop.activities}. Its id makes it count once.
 */
record Deed(UUID activityId, UUID leadId, String type, Instant occurredAt, boolean historical) {

    static List<Deed> in(Batch batch) {
        return Stream.concat(
                        batch.of(LeadEvent.class).stream().flatMap(Deed::with),
                        batch.of(ActivityRecorded.class).stream().map(Deed::of))
                .toList();
    }

    private static Stream<Deed> with(LeadEvent event) {
        return event.activities().stream()
                .map(did -> new Deed(
                        did.activityId(),
                        event.leadId(),
                        did.type(),
                        did.occurredAt(),
                        event.lead().historical()));
    }

    private static Deed of(ActivityRecorded event) {
        return new Deed(event.activityId(), event.leadId(), event.type(), event.occurredAt(), event.historical());
    }
}
