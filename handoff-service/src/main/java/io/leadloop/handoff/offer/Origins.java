package io.leadloop.handoff.offer;

import io.leadloop.events.Brief;
import io.leadloop.events.LeadOrigin;
import io.leadloop.events.Touch;
import io.leadloop.handoff.directory.LockedLead;
import io.leadloop.handoff.offer.rules.StageTimes;
import io.leadloop.handoff.offer.rules.StageTimes.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What Marketing learns from an end: where the lead came from, how it scored at hand-off, how long each stage took. */
final class Origins {
    private Origins() {}

    static LeadOrigin of(LockedLead lead, LockedHandoff handoff, Instant end) {
        Brief brief = handoff.brief();
        Touch first =
                brief.touches().isEmpty() ? lead.firstTouch() : brief.touches().getFirst();
        List<Stage> stages = new ArrayList<>();
        if (brief.capturedAt() != null) {
            stages.add(new Stage("captured", brief.capturedAt()));
        }
        lead.qualifiedAt().ifPresent(at -> stages.add(new Stage("mql", at)));
        stages.add(new Stage("offered", handoff.row().offeredAt));
        if (handoff.row().answeredAt != null && handoff.row().rejectReason == null) {
            stages.add(new Stage("sql", handoff.row().answeredAt));
        }
        return new LeadOrigin(
                first.source(),
                first.medium(),
                first.campaign(),
                first.landingPage(),
                brief.score() == null ? null : brief.score().persona(),
                brief.score() == null ? null : brief.score().fit(),
                brief.score() == null ? null : brief.score().interest(),
                brief.score() == null ? null : brief.score().grade(),
                StageTimes.days(stages, end));
    }
}
