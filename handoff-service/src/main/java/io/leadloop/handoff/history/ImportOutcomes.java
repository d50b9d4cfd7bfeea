package io.leadloop.handoff.history;

import io.leadloop.events.Event;
import io.leadloop.events.LeadOrigin;
import io.leadloop.events.LifecycleStage;
import io.leadloop.events.Touch;
import io.leadloop.handoff.directory.LeadDirectory;
import io.leadloop.handoff.directory.LockedLead;
import io.leadloop.handoff.history.rules.HistoryRules;
import io.leadloop.handoff.history.rules.LeadKey;
import io.leadloop.handoff.history.rules.PastOutcome;
import io.leadloop.handoff.history.rules.RowReading;
import io.leadloop.handoff.offer.HandoffEvents;
import io.leadloop.handoff.offer.HandoffStore;
import io.leadloop.handoff.offer.LockedHandoff;
import io.leadloop.handoff.offer.rules.HandoffDecision.Changed;
import io.leadloop.handoff.offer.rules.HandoffRules;
import io.leadloop.handoff.offer.rules.StageTimes;
import io.leadloop.handoff.reps.Availability;
import io.leadloop.handoff.routing.WaitingStore;
import io.leadloop.imports.ImportKind;
import io.leadloop.imports.ImportRow;
import io.leadloop.imports.RowOutcome;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.TraceSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Publishes what became of leads before Leadloop knew them. A row whose lead has not arrived waits for it. What is open here
 * for such a lead ends with the outcome.
 */
@ApplicationScoped
class ImportOutcomes implements ImportKind {
    private final LeadDirectory directory;
    private final LeadKeyStore leadKeys;
    private final HandoffStore handoffs;
    private final WaitingStore waiting;
    private final Outbox outbox;
    private final Availability availability;

    ImportOutcomes(
            LeadDirectory directory,
            LeadKeyStore leadKeys,
            HandoffStore handoffs,
            WaitingStore waiting,
            Outbox outbox,
            Availability availability) {
        this.directory = directory;
        this.leadKeys = leadKeys;
        this.handoffs = handoffs;
        this.waiting = waiting;
        this.outbox = outbox;
        this.availability = availability;
    }

    @Override
    public String name() {
        return "outcomes";
    }

    @Override
    public Set<String> fields() {
        return HistoryRules.FIELDS;
    }

    @Override
    public Set<String> timeFields() {
        return HistoryRules.TIMES;
    }

    @Override
    public Uni<List<RowOutcome>> apply(Mutiny.StatelessSession tx, List<ImportRow> rows, TraceSource cause) {
        List<RowReading> readings =
                rows.stream().map(row -> HistoryRules.read(row.fields())).toList();
        List<PastOutcome> understood = readings.stream()
                .filter(RowReading.Understood.class::isInstance)
                .map(reading -> ((RowReading.Understood) reading).outcome())
                .toList();
        return leadKeys.find(tx, understood.stream().map(PastOutcome::lead).toList())
                .chain(found -> directory
                        .lock(tx, found.values())
                        .chain(leads -> handoffs.last(tx, leads.keySet()).chain(last -> {
                            Work work = new Work(leads, last);
                            List<RowOutcome> outcomes = readings.stream()
                                    .map(reading -> switch (reading) {
                                        case RowReading.Wrong wrong -> new RowOutcome.Refused(wrong.message());
                                        case RowReading.Understood row -> work.apply(row.outcome(), found);
                                    })
                                    .toList();
                            return save(tx, work, cause).replaceWith(outcomes);
                        })));
    }

    /** The rows of one batch, applied to the locked leads one after the other. */
    private record Work(
            Map<UUID, LockedLead> leads,
            Map<UUID, LockedHandoff> last,
            List<Event> events,
            List<LockedHandoff> closed) {

        Work(Map<UUID, LockedLead> leads, Map<UUID, LockedHandoff> last) {
            this(leads, last, new ArrayList<>(), new ArrayList<>());
        }

        RowOutcome apply(PastOutcome past, Map<LeadKey, UUID> found) {
            UUID leadId = found.get(past.lead());
            if (leadId == null) {
                return new RowOutcome.Waiting("the lead has not arrived yet");
            }
            LockedLead lead = leads.get(leadId);
            Optional<UUID> handoffId = close(lead, past);
            events.add(HandoffEvents.ended(
                    lead, past.occurredAt(), handoffId, past.repId(), true, origin(lead, past), past.outcome()));
            return new RowOutcome.Imported();
        }

        /** Says so too: whoever keeps time for the hand-off hears of its end on its own topic. */
        private Optional<UUID> close(LockedLead lead, PastOutcome past) {
            LockedHandoff handoff = last.get(lead.leadId());
            if (handoff != null
                    && HandoffRules.closeFromHistory(handoff.status(), past.outcome(), past.occurredAt())
                            instanceof Changed changed) {
                handoff.become(changed.next());
                closed.add(handoff);
                events.add(HandoffEvents.closed(lead, handoff, past.occurredAt()));
                return Optional.of(handoff.handoffId());
            }
            return Optional.empty();
        }
    }

    private Uni<Void> save(Mutiny.StatelessSession tx, Work work, TraceSource cause) {
        return handoffs.update(tx, work.closed())
                .chain(() -> waiting.remove(tx, work.leads().keySet()))
                .chain(() -> directory.save(tx, work.leads().values()))
                .chain(() -> outbox.append(tx, work.events(), cause))
                .chain(() -> work.closed().isEmpty() ? Uni.createFrom().voidItem() : availability.changed(tx));
    }

    private static LeadOrigin origin(LockedLead lead, PastOutcome past) {
        Touch first = lead.firstTouch();
        List<StageTimes.Stage> stages = new ArrayList<>();
        lead.capturedAt().ifPresent(at -> stages.add(new StageTimes.Stage("captured", at)));
        lead.stages().stream()
                .map(reached -> new StageTimes.Stage(stageName(reached.stage()), reached.at()))
                .forEach(stages::add);
        return new LeadOrigin(
                first.source(),
                first.medium(),
                first.campaign(),
                first.landingPage(),
                past.persona().orElse(null),
                null,
                null,
                null,
                StageTimes.days(stages, past.occurredAt()));
    }

    private static String stageName(LifecycleStage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
