package io.leadloop.sla.clock;

import io.leadloop.agreement.ClockRule;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.events.EventJson;
import io.leadloop.events.Handoff;
import io.leadloop.events.HandoffEvent;
import io.leadloop.events.HandoffState;
import io.leadloop.messaging.Batch;
import io.leadloop.sla.clock.rules.ClockOutcome.CancelReason;
import io.leadloop.sla.clock.rules.ClockOutcome.MoveReason;
import io.leadloop.sla.clock.rules.ClockSignal;
import io.leadloop.sla.clock.rules.HandoffSignals;
import io.leadloop.sla.clock.rules.Heard;
import io.leadloop.sla.clock.rules.Promise;
import io.leadloop.sla.clock.rules.Terms;
import io.leadloop.sla.clock.rules.Tried;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Starts, pauses, moves and ends the clocks of hand-offs as these go on. */
@ApplicationScoped
class FollowHandoffs {
    /** An attempt is remembered until the clock ends; nobody logs more. */
    private static final int REMEMBERED = 1_000;

    private final ClockStore store;
    private final ClockMetrics metrics;

    FollowHandoffs(ClockStore store, ClockMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    /** What a batch needs while it is gone through. */
    private record Desk(InForce agreement, Map<UUID, LeadRow> leads, ClockBook book, ClockChanges changes) {}

    Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch, InForce agreement) {
        List<HandoffNews> news = batch.of(HandoffEvent.class).stream()
                .map(HandoffNews::of)
                .flatMap(Optional::stream)
                .toList();
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<UUID> leadIds = news.stream().map(piece -> piece.handoff().leadId()).collect(Collectors.toSet());
        Set<UUID> subjects = new HashSet<>(leadIds);
        news.forEach(piece -> subjects.add(piece.handoff().handoffId()));
        return store.lock(tx, leadIds)
                .chain(leads -> store.of(tx, subjects)
                        .chain(clocks -> store.now(tx).map(now -> {
                            ClockChanges changes = new ClockChanges(now);
                            Desk desk = new Desk(
                                    agreement,
                                    leads.stream().collect(Collectors.toMap(lead -> lead.leadId, Function.identity())),
                                    new ClockBook(clocks),
                                    changes);
                            news.forEach(piece -> hear(piece, desk));
                            return changes;
                        })))
                .chain(changes -> store.save(tx, changes, batch).invoke(() -> metrics.told(changes.events())));
    }

    private static void hear(HandoffNews news, Desk desk) {
        LeadRow lead = desk.leads().get(news.handoff().leadId());
        AssignmentClocks.hear(news, lead, desk.agreement(), desk.book(), desk.changes());
        for (ClockRule rule : desk.agreement().agreement().document().clocks()) {
            Terms terms = Terms.of(desk.agreement().agreement(), rule, ClockBook.whose(news.handoff()));
            switch (rule.kind()) {
                case ASSIGNMENT -> {}
                case ACCEPTANCE -> acceptance(news, rule, terms, lead, desk);
                case ATTEMPTS -> attempts(news, rule, terms, lead, desk);
                case NEXT_STEP -> nextStep(news, rule, terms, lead, desk);
            }
        }
    }

    /** The rep was told a time under the agreement of the offer: that one is said, and looked at again under the one in force. */
    private static void acceptance(HandoffNews news, ClockRule rule, Terms terms, LeadRow lead, Desk desk) {
        ClockRow row = desk.book().lastTurn(news.handoff(), rule, desk.agreement());
        if (row.state == null) {
            row.agreementVersion =
                    Math.min(news.agreementVersion(), desk.agreement().version());
        }
        HandoffSignals.acceptance(news.handoff(), news.occurredAt(), terms)
                .forEach(signal -> desk.changes().hear(row, lead, signal));
    }

    private static void attempts(HandoffNews news, ClockRule rule, Terms terms, LeadRow lead, Desk desk) {
        ClockRow row = desk.book().lastTurn(news.handoff(), rule, desk.agreement());
        remember(news, row);
        List<ClockSignal> signals =
                HandoffSignals.attempts(rule, news.handoff(), news.occurredAt(), terms, row.heard());
        tell(news, row, terms, lead, signals, desk);
    }

    private static void nextStep(HandoffNews news, ClockRule rule, Terms terms, LeadRow lead, Desk desk) {
        Handoff handoff = news.handoff();
        ClockRow row = desk.book().lastTurn(handoff, rule, desk.agreement());
        Heard before = row.heard();
        boolean further = HandoffSignals.beginsTurn(handoff, before);
        if (HandoffSignals.isPutOff(handoff, before)) {
            row.stepSetAt = handoff.nextStepSetAt();
        }
        tell(news, row, terms, lead, HandoffSignals.nextStep(handoff, news.occurredAt(), terms, before), desk);
        if (further) {
            ClockRow next = desk.book().turn(handoff, rule, row.turn + 1, desk.agreement());
            next.stepSetAt = handoff.nextStepSetAt();
            Heard begun = new Heard(
                    List.of(),
                    handoff.pauses(),
                    Optional.of(handoff.nextStepAt()),
                    Optional.of(handoff.nextStepSetAt()));
            tell(news, next, terms, lead, HandoffSignals.nextStep(handoff, news.occurredAt(), terms, begun), desk);
        }
    }

    private static void tell(
            HandoffNews news, ClockRow row, Terms terms, LeadRow lead, List<ClockSignal> signals, Desk desk) {
        if (signals.isEmpty()) {
            return;
        }
        Handoff handoff = news.handoff();
        boolean reassigned =
                !Objects.equals(row.repId, handoff.repId()) || !Objects.equals(row.repZone, handoff.zone());
        ClockBook.assign(row, handoff);
        row.pauses = EventJson.write(handoff.pauses());
        signals.forEach(signal -> desk.changes().hear(row, lead, signal));
        if (reassigned && row.state != null) {
            Promise promise = Promise.of(terms, row.startedAt, handoff.pauses());
            desk.changes()
                    .hear(
                            row,
                            lead,
                            new ClockSignal.Moved(
                                    promise,
                                    news.occurredAt(),
                                    MoveReason.REASSIGNED,
                                    "The hand-off is " + handoff.repId() + "'s now."));
        }
        if (handoff.handoffId().equals(lead.closedHandoff) && row.state != null) {
            desk.changes()
                    .hear(row, lead, new ClockSignal.Ended(row.promise(), lead.closedAt, CancelReason.HANDOFF_ENDED));
        }
        desk.changes().keep(row);
    }

    /** The same attempt heard twice is one. */
    private static void remember(HandoffNews news, ClockRow row) {
        news.attempt().map(made -> new Tried(made.at(), made.result())).ifPresent(tried -> {
            List<Tried> attempts = new ArrayList<>(row.heard().attempts());
            if (!attempts.contains(tried) && attempts.size() < REMEMBERED) {
                attempts.add(tried);
                row.attempts = EventJson.write(attempts);
            }
        });
    }

    static boolean isOpen(Handoff handoff) {
        return handoff.state() == HandoffState.OFFERED || handoff.state() == HandoffState.ACCEPTED;
    }

    static Instant endedAt(HandoffNews news) {
        return news.handoff().closedAt() == null
                ? news.occurredAt()
                : news.handoff().closedAt();
    }
}
