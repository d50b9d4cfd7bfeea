package io.leadloop.sla.clock.rules;

import io.leadloop.agreement.workingtime.WorkingCalendar;
import io.leadloop.events.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What is owed: something to be done before {@code dueAt}. Times are kept to the microsecond, as the database keeps them.
 *
 * @param warnings in the order of their times
 * @param ladder what else happens while it stays broken, in the order of its times
 */
public record Promise(Instant startedAt, Instant dueAt, List<Warning> warnings, List<Rung> ladder) {

    public Promise {
        warnings = List.copyOf(warnings);
        ladder = List.copyOf(ladder);
    }

    /** @param pauses while no time counts, in their order; one that still lasts is left out */
    public static Promise of(Terms terms, Instant startedAt, List<Pause> pauses) {
        Instant start = startedAt.truncatedTo(ChronoUnit.MICROS);
        return between(terms, start, after(terms.calendar(), start, terms.within(), pauses), terms.within(), pauses);
    }

    /** Where the due time was told already. */
    public static Promise dueBy(Terms terms, Instant startedAt, Instant dueAt) {
        Instant start = startedAt.truncatedTo(ChronoUnit.MICROS);
        Instant due = dueAt.truncatedTo(ChronoUnit.MICROS);
        Duration within = start.isBefore(due) ? terms.calendar().between(start, due) : Duration.ZERO;
        return between(terms, start, due, within, List.of());
    }

    /**
     * Of an agreement that came into force while the clock ran: it is not due before that, unless it had been anyway.
     *
     * @param dueBefore under the agreement before
     */
    public Promise notBefore(Instant inForceFrom, Instant dueBefore, Terms terms) {
        return dueAt.isBefore(inForceFrom) && dueAt.isBefore(dueBefore)
                ? dueBy(terms, startedAt, inForceFrom.isBefore(dueBefore) ? inForceFrom : dueBefore)
                : this;
    }

    private static Promise between(Terms terms, Instant start, Instant due, Duration within, List<Pause> pauses) {
        WorkingCalendar calendar = terms.calendar();
        List<Warning> warnings = terms.warnAt().stream()
                .map(share -> new Warning(share, after(calendar, start, part(within, share), pauses)))
                .filter(warning -> warning.at().isBefore(due))
                .toList();
        List<Rung> ladder = terms.ladder().stream()
                .map(rung -> new Rung(rung.action(), calendar.dueAfter(due, rung.after())))
                .toList();
        return new Promise(start, due, warnings, ladder);
    }

    /** When so much working time is used up, pauses left out. */
    private static Instant after(WorkingCalendar calendar, Instant start, Duration time, List<Pause> pauses) {
        Instant from = start;
        Duration left = time;
        for (Pause pause : pauses) {
            if (pause.until() != null && pause.until().isAfter(from)) {
                Instant pausedAt = pause.from().isBefore(from) ? from : pause.from();
                Duration used = calendar.between(from, pausedAt);
                if (used.compareTo(left) >= 0) {
                    break;
                }
                left = left.minus(used);
                from = pause.until();
            }
        }
        return calendar.dueAfter(from, left);
    }

    /** Rounded up, so that a warning is never early. */
    private static Duration part(Duration whole, double share) {
        return Duration.of((long) Math.ceil(whole.toNanos() / 1_000 * share), ChronoUnit.MICROS);
    }

    /** An answer at the very due time is late: the clock fires then. */
    boolean isKeptAt(Instant answeredAt) {
        return answeredAt.isBefore(dueAt);
    }

    boolean isDueBy(Instant now) {
        return !now.isBefore(dueAt);
    }

    /** The last warning whose time has come; earlier ones that were slept through are not made up for. */
    Optional<Warning> lastWarningBy(Instant now) {
        return warnings.stream().filter(w -> !w.at().isAfter(now)).reduce((earlier, later) -> later);
    }

    /** The next time at which there is something to do, given the share that was warned of already. */
    Instant nextAfter(double warnedShare) {
        return warnings.stream()
                .filter(w -> w.share() > warnedShare)
                .map(Warning::at)
                .findFirst()
                .orElse(dueAt);
    }

    /** @param share of the promised time that is used up at {@code at}, between 0 and 1 */
    public record Warning(double share, Instant at) {}

    /** @param action {@code remind}, {@code escalate} or {@code reassign} */
    public record Rung(String action, Instant at) {}
}
