package io.leadloop.sla.clock;

import io.leadloop.events.Attempt;
import io.leadloop.events.Handoff;
import io.leadloop.events.HandoffEvent;
import java.time.Instant;
import java.util.Optional;

/** A hand-off as an event tells it, and the attempt that the event is about, if it is about one. */
public record HandoffNews(Handoff handoff, Optional<Attempt> attempt, Instant occurredAt, int agreementVersion) {

    /** Empty when there is no hand-off, or it is history: that wakes no clock. */
    public static Optional<HandoffNews> of(HandoffEvent event) {
        return switch (event) {
            case HandoffEvent.HandoffOffered told -> of(event, told.handoff());
            case HandoffEvent.HandoffAccepted told -> of(event, told.handoff());
            case HandoffEvent.HandoffRejected told -> of(event, told.handoff());
            case HandoffEvent.HandoffExpired told -> of(event, told.handoff());
            case HandoffEvent.HandoffWithdrawn told -> of(event, told.handoff());
            case HandoffEvent.HandoffClosed told -> of(event, told.handoff());
            case HandoffEvent.HandoffPaused told -> of(event, told.handoff());
            case HandoffEvent.HandoffResumed told -> of(event, told.handoff());
            case HandoffEvent.NextStepSet told -> of(event, told.handoff());
            case HandoffEvent.AttemptLogged told -> of(event, told.handoff()).map(news -> news.about(told.attempt()));
            case HandoffEvent.HandoffUnroutable nobody -> Optional.empty();
        };
    }

    private static Optional<HandoffNews> of(HandoffEvent event, Handoff handoff) {
        return handoff.brief().historical()
                ? Optional.empty()
                : Optional.of(new HandoffNews(handoff, Optional.empty(), event.occurredAt(), event.agreementVersion()));
    }

    private HandoffNews about(Attempt made) {
        return new HandoffNews(handoff, Optional.of(made), occurredAt, agreementVersion);
    }
}
