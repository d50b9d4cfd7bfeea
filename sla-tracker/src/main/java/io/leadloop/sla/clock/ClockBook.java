package io.leadloop.sla.clock;

import io.leadloop.agreement.ClockRule;
import io.leadloop.agreement.Whose;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.events.Handoff;
import io.leadloop.messaging.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The clocks that a batch is about, those that were loaded and those that it starts, by what they are of. */
class ClockBook {
    private final Map<UUID, List<ClockRow>> bySubject = new HashMap<>();

    ClockBook(List<ClockRow> loaded) {
        loaded.forEach(this::add);
    }

    private void add(ClockRow row) {
        bySubject.computeIfAbsent(row.subjectId, id -> new ArrayList<>()).add(row);
    }

    List<ClockRow> of(UUID subjectId) {
        return List.copyOf(bySubject.getOrDefault(subjectId, List.of()));
    }

    Optional<ClockRow> lastTurn(UUID subjectId, String clock) {
        return bySubject.getOrDefault(subjectId, List.of()).stream()
                .filter(row -> row.clock.equals(clock))
                .reduce((earlier, later) -> later);
    }

    /** The last turn, or a first one that has not started. */
    ClockRow lastTurn(Handoff handoff, ClockRule rule, InForce agreement) {
        return lastTurn(handoff.handoffId(), rule.name()).orElseGet(() -> turn(handoff, rule, 1, agreement));
    }

    ClockRow turn(Handoff handoff, ClockRule rule, int turn, InForce agreement) {
        ClockRow row = row(handoff.handoffId(), handoff.leadId(), rule, turn, agreement);
        row.handoffId = handoff.handoffId();
        row.round = handoff.round();
        row.country = country(handoff);
        assign(row, handoff);
        return row;
    }

    /** Of a lead that has no hand-off yet. */
    ClockRow turn(UUID leadId, String country, ClockRule rule, int turn, InForce agreement) {
        ClockRow row = row(leadId, leadId, rule, turn, agreement);
        row.country = country;
        return row;
    }

    private ClockRow row(UUID subjectId, UUID leadId, ClockRule rule, int turn, InForce agreement) {
        ClockRow row = new ClockRow();
        row.clockId = Ids.next();
        row.subjectId = subjectId;
        row.leadId = leadId;
        row.clock = rule.name();
        row.turn = turn;
        promised(row, rule, agreement.version());
        add(row);
        return row;
    }

    static void promised(ClockRow row, ClockRule rule, int agreementVersion) {
        row.kind = rule.kind().name();
        row.within = rule.within().toString();
        row.calendar = rule.calendar();
        row.onBreach = rule.onBreach().orElse(null);
        row.agreementVersion = agreementVersion;
    }

    static void assign(ClockRow row, Handoff handoff) {
        row.repId = handoff.repId();
        row.repZone = handoff.zone();
        row.teamId = handoff.teamId();
        row.managerId = handoff.managerId();
    }

    static Whose whose(Handoff handoff) {
        return Whose.of(handoff.repId(), handoff.zone(), handoff.teamId(), country(handoff));
    }

    private static String country(Handoff handoff) {
        return handoff.brief().profile() == null
                ? null
                : handoff.brief().profile().country();
    }
}
