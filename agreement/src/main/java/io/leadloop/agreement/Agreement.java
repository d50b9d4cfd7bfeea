package io.leadloop.agreement;

import io.leadloop.agreement.AgreementDocument.Persona;
import io.leadloop.agreement.AgreementDocument.Pool;
import io.leadloop.agreement.workingtime.WorkingCalendar;
import java.time.Instant;
import java.util.Optional;

/**
 * One signed or drafted text, read and compiled: what a service keeps in memory per version. Safe to share between threads.
 *
 * @param text as it was written and signed
 * @param sha256 of the text
 */
public record Agreement(
        String text, String sha256, AgreementDocument document, Conditions conditions, Calendars calendars) {

    /** Reads a text. The only way to an agreement, so that every agreement is checked. */
    public static AgreementReading read(String yaml) {
        return AgreementReader.read(yaml);
    }

    /**
     * Reads a draft as it is saved. Beyond {@link #read} it refuses rules that can never say anything.
     *
     * @param now the moment at which it is saved
     */
    public static AgreementReading readDraft(String yaml, Instant now) {
        return AgreementReader.read(yaml, Optional.of(now));
    }

    /**
     * Reads a text that was checked before it was signed.
     *
     * @throws IllegalArgumentException with all problems, if it is no agreement after all
     */
    public static Agreement signed(String yaml) {
        return switch (read(yaml)) {
            case AgreementReading.Valid valid -> valid.agreement();
            case AgreementReading.Invalid invalid ->
                throw new IllegalArgumentException("Not an agreement: " + invalid.problems());
        };
    }

    /** The first persona whose condition holds. */
    public Optional<Persona> persona(LeadFacts lead) {
        return document.personas().stream()
                .filter(persona -> conditions.holds(persona.when(), lead))
                .findFirst();
    }

    /** The first pool whose condition holds. */
    public Optional<Pool> pool(LeadFacts lead) {
        return document.routing().pools().stream()
                .filter(pool -> conditions.holds(pool.when(), lead))
                .findFirst();
    }

    /** The clock of that name, if the agreement has one. */
    public Optional<ClockRule> clock(String name) {
        return document.clocks().stream()
                .filter(clock -> clock.name().equals(name))
                .findFirst();
    }

    /** The hours that count for a clock of that rep and lead. */
    public WorkingCalendar calendar(ClockRule clock, Whose whose) {
        WorkingCalendar calendar = calendars.of(clock, whose);
        return switch (clock.zoneOf().orElse("calendar")) {
            case "rep" -> whose.repZone().map(calendar::in).orElse(calendar);
            case "agreement" -> calendar.in(document.zone());
            default -> calendar;
        };
    }

    /** The hours that pace a month of that quota. */
    public WorkingCalendar calendar(QuotaRule quota) {
        return calendars.named(quota.calendar()).orElse(WorkingCalendar.ALWAYS);
    }

    /** When a clock that starts now has to end. */
    public Instant dueAt(ClockRule clock, Whose whose, Instant startedAt) {
        return calendar(clock, whose).dueAfter(startedAt, clock.within());
    }

    /** The same where nobody in particular keeps it. */
    public Instant dueAt(ClockRule clock, Instant startedAt) {
        return dueAt(clock, Whose.NOBODY, startedAt);
    }
}
