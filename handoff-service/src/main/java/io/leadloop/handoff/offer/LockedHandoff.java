package io.leadloop.handoff.offer;

import io.leadloop.events.Brief;
import io.leadloop.events.EventJson;
import io.leadloop.events.Handoff;
import io.leadloop.events.HandoffState;
import io.leadloop.events.Pause;
import io.leadloop.handoff.offer.rules.HandoffStatus;
import io.leadloop.handoff.offer.rules.HandoffStatus.Accepted;
import io.leadloop.handoff.offer.rules.HandoffStatus.Closed;
import io.leadloop.handoff.offer.rules.HandoffStatus.Expired;
import io.leadloop.handoff.offer.rules.HandoffStatus.Offered;
import io.leadloop.handoff.offer.rules.HandoffStatus.Rejected;
import io.leadloop.handoff.offer.rules.HandoffStatus.Withdrawn;
import io.leadloop.handoff.offer.rules.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A hand-off whose lead is locked until the transaction ends, so that nobody else changes it. Translates between the row and
 * the states that the rules decide on.
 */
public final class LockedHandoff {
    private final HandoffRow row;

    LockedHandoff(HandoffRow row) {
        this.row = row;
    }

    HandoffRow row() {
        return row;
    }

    public UUID handoffId() {
        return row.handoffId;
    }

    public UUID leadId() {
        return row.leadId;
    }

    public int round() {
        return row.round;
    }

    public String repId() {
        return row.repId;
    }

    public String teamId() {
        return row.teamId;
    }

    public int agreementVersion() {
        return row.agreementVersion;
    }

    public boolean isOpen() {
        return status() instanceof Offered || status() instanceof Accepted;
    }

    /** The rep of an offer that ended without being accepted: the lead's next offer goes to somebody else. */
    public Optional<String> hadItInVain() {
        return switch (status()) {
            case Expired expired -> Optional.of(row.repId);
            case Rejected rejected -> Optional.of(row.repId);
            case Withdrawn withdrawn -> Optional.of(row.repId);
            case Offered offered -> Optional.empty();
            case Accepted accepted -> Optional.empty();
            case Closed closed -> Optional.empty();
        };
    }

    public HandoffStatus status() {
        return switch (row.state) {
            case "offered" -> new Offered(row.acceptBy);
            case "accepted" -> new Accepted(row.answeredAt, row.attempts);
            case "rejected" -> new Rejected(row.answeredAt, row.rejectReason);
            case "expired" -> new Expired(row.closedAt);
            case "withdrawn" -> new Withdrawn(row.closedAt);
            case "closed" -> new Closed(row.closedAt, Outcomes.read(row));
            default -> throw new IllegalStateException("A hand-off is in no known state: " + row.state);
        };
    }

    public void become(HandoffStatus status) {
        switch (status) {
            case Offered offered -> row.state = "offered";
            case Accepted accepted -> {
                row.state = "accepted";
                row.answeredAt = accepted.at();
                row.attempts = accepted.attempts();
            }
            case Rejected rejected -> {
                row.state = "rejected";
                row.answeredAt = rejected.at();
                row.rejectReason = rejected.reason();
                row.closedAt = rejected.at();
            }
            case Expired expired -> {
                row.state = "expired";
                row.closedAt = expired.at();
            }
            case Withdrawn withdrawn -> {
                row.state = "withdrawn";
                row.closedAt = withdrawn.at();
            }
            case Closed closed -> {
                row.state = "closed";
                row.closedAt = closed.at();
                Outcomes.write(closed.outcome(), row);
            }
        }
    }

    void note(String rejectNote) {
        row.rejectNote = rejectNote;
    }

    /** Oldest first; the last has no end while it is paused. */
    public List<Pause> pauses() {
        return Pauses.read(row.pauses);
    }

    void pause(Instant from) {
        List<Pause> pauses = new ArrayList<>(pauses());
        pauses.add(new Pause(from, null));
        row.pauses = EventJson.write(pauses);
    }

    void resume(Instant until) {
        List<Pause> pauses = new ArrayList<>(pauses());
        pauses.set(pauses.size() - 1, new Pause(pauses.getLast().from(), until));
        row.pauses = EventJson.write(pauses);
    }

    void nextStep(String step, Instant at, Instant now) {
        row.nextStep = step;
        row.nextStepAt = at;
        row.nextStepSetAt = now;
    }

    void attempted(Instant at) {
        row.lastAttemptAt = at;
    }

    public Optional<Instant> lastAttemptAt() {
        return Optional.ofNullable(row.lastAttemptAt);
    }

    /** A changed agreement gives the rep more or less time to answer. */
    public void acceptBy(Instant acceptBy) {
        row.acceptBy = acceptBy;
    }

    /** Whether the acceptance clock called it overdue. */
    public boolean isBreached() {
        return row.breached;
    }

    public void breached() {
        row.breached = true;
    }

    public Optional<Outcome> outcome() {
        return status() instanceof Closed closed ? Optional.of(closed.outcome()) : Optional.empty();
    }

    public Brief brief() {
        return EventJson.read(row.brief, Brief.class);
    }

    /** The whole state, as events carry it. */
    public Handoff state() {
        return new Handoff(
                row.handoffId,
                row.leadId,
                row.round,
                HandoffState.valueOf(row.state.toUpperCase(Locale.ROOT)),
                row.repId,
                row.repName,
                row.teamId,
                row.managerId,
                row.zone,
                row.pool,
                row.offeredAt,
                row.acceptBy,
                row.answeredAt,
                row.rejectReason,
                row.attempts,
                row.closedAt,
                pauses(),
                row.nextStepAt,
                row.nextStepSetAt,
                brief());
    }
}
