package io.leadloop.reporting;

import io.leadloop.events.Attempt;
import io.leadloop.events.Brief;
import io.leadloop.events.ClosedLoopEvent.LeadLost;
import io.leadloop.events.ClosedLoopEvent.LeadRecycled;
import io.leadloop.events.ClosedLoopEvent.LeadReturned;
import io.leadloop.events.ClosedLoopEvent.LeadWon;
import io.leadloop.events.Handoff;
import io.leadloop.events.HandoffEvent.AttemptLogged;
import io.leadloop.events.HandoffEvent.HandoffAccepted;
import io.leadloop.events.HandoffEvent.HandoffExpired;
import io.leadloop.events.HandoffEvent.HandoffOffered;
import io.leadloop.events.HandoffEvent.HandoffRejected;
import io.leadloop.events.HandoffEvent.HandoffUnroutable;
import io.leadloop.events.HandoffState;
import io.leadloop.events.LeadEvent.LeadCaptured;
import io.leadloop.events.LeadEvent.LeadState;
import io.leadloop.events.LeadEvent.LeadUpdated;
import io.leadloop.events.LeadOrigin;
import io.leadloop.events.LifecycleStage;
import io.leadloop.events.Money;
import io.leadloop.events.Profile;
import io.leadloop.events.Qualification;
import io.leadloop.events.Score;
import io.leadloop.events.ScoreEvent.LeadQualified;
import io.leadloop.events.ScoreEvent.LeadScored;
import io.leadloop.events.StageReached;
import io.leadloop.events.Touch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Dana's way through the funnel, event by event; {@code minute} is both its time and its version. */
public final class SampleWorld {
    public static final UUID DANA = UUID.fromString("019cad00-0000-7000-8000-00000000da7a");
    public static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    public static final Profile PROFILE = new Profile(
            "dana.reyes@acme-industries.example",
            "Dana",
            "Reyes",
            "+12125550142",
            "Acme Industries",
            "VP Operations",
            "US",
            "Manufacturing",
            1200,
            null,
            "A demo for 40 people, please.",
            Map.of(),
            null);

    private SampleWorld() {}

    public static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    public static LeadCaptured captured(int minute) {
        return new LeadCaptured(
                DANA, minute, at(minute), lead(List.of(touch("google", "spring-launch")), List.of()), List.of());
    }

    public static LeadUpdated updated(int minute, String laterCampaign) {
        List<Touch> touches = List.of(touch("google", "spring-launch"), touch("linkedin", laterCampaign));
        return new LeadUpdated(DANA, minute, at(minute), lead(touches, List.of()), List.of());
    }

    public static LeadCaptured imported(int minute, String source, LifecycleStage stage, Instant stageAt) {
        return new LeadCaptured(
                DANA,
                minute,
                at(minute),
                new LeadState(
                        "mql-1",
                        START,
                        true,
                        null,
                        List.of(touch(source, "lp-7")),
                        List.of(new StageReached(stage, stageAt))),
                List.of());
    }

    private static LeadState lead(List<Touch> touches, List<StageReached> stages) {
        return new LeadState(null, START, false, PROFILE, touches, stages);
    }

    public static Touch touch(String source, String campaign) {
        return new Touch(source, "cpc", campaign, null, null, "/pricing", null, Map.of(), START);
    }

    public static LeadScored scored(int minute, String grade, Qualification qualification) {
        return new LeadScored(DANA, minute, at(minute), 1, brief(grade, qualification), null);
    }

    public static LeadQualified qualified(int minute) {
        return new LeadQualified(DANA, minute, at(minute), 1, brief("A1", Qualification.MQL));
    }

    private static Brief brief(String grade, Qualification qualification) {
        Score score = new Score(90, 85, grade, "operations-leader", List.of());
        return new Brief(null, START, false, PROFILE, List.of(touch("google", "spring-launch")), score, qualification);
    }

    public static Handoff handoff(HandoffState state, int offeredMinute, int attempts) {
        return new Handoff(
                UUID.fromString("019cad00-0000-7000-8000-0000000000f1"),
                DANA,
                1,
                state,
                "ana",
                "Ana",
                "sales",
                "morgan",
                "UTC",
                "everyone",
                at(offeredMinute),
                at(offeredMinute + 15),
                null,
                state == HandoffState.REJECTED ? "NO_BUDGET" : null,
                attempts,
                null,
                List.of(),
                null,
                null,
                brief("A1", Qualification.MQL));
    }

    public static HandoffOffered offered(int minute) {
        return new HandoffOffered(DANA, minute, at(minute), 1, handoff(HandoffState.OFFERED, minute, 0));
    }

    public static HandoffAccepted accepted(int minute) {
        return new HandoffAccepted(DANA, minute, at(minute), 1, handoff(HandoffState.ACCEPTED, minute - 1, 0));
    }

    public static HandoffRejected rejected(int minute) {
        return new HandoffRejected(
                DANA, minute, at(minute), 1, handoff(HandoffState.REJECTED, minute - 1, 0), "Dana said no");
    }

    public static HandoffExpired expired(int minute) {
        return new HandoffExpired(DANA, minute, at(minute), 1, handoff(HandoffState.EXPIRED, minute - 1, 0));
    }

    public static HandoffUnroutable unroutable(int minute) {
        return new HandoffUnroutable(DANA, minute, at(minute), 1, List.of("ana: full"), brief("A1", Qualification.MQL));
    }

    public static AttemptLogged attempted(int minute) {
        Attempt call = new Attempt("call", "no_answer", "Dana's mailbox", "ana", at(minute));
        return new AttemptLogged(DANA, minute, at(minute), 1, call, handoff(HandoffState.ACCEPTED, minute - 2, 1));
    }

    public static LeadWon won(int minute, String amount) {
        Money money = new Money(new BigDecimal(amount), "USD");
        return new LeadWon(DANA, minute, at(minute), null, "ana", false, origin(), money);
    }

    public static LeadLost lost(int minute) {
        return new LeadLost(DANA, minute, at(minute), null, "ana", false, origin(), "NO_BUDGET");
    }

    public static LeadRecycled recycled(int minute) {
        return new LeadRecycled(DANA, minute, at(minute), null, "ana", false, origin(), "BAD_TIMING", null);
    }

    public static LeadReturned returned(int minute) {
        return new LeadReturned(DANA, minute, at(minute), null, "ana", origin(), "NOT_ICP");
    }

    private static LeadOrigin origin() {
        return new LeadOrigin(
                "google", "cpc", "spring-launch", "/pricing", "operations-leader", 90, 85, "A1", Map.of());
    }
}
