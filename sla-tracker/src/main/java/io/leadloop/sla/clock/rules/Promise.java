package io.leadloop.sla.clock.rules;

import io.leadloop.agreement.workingtime.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What is owed: an answer before {@code dueAt}. Fixed when the clock starts, so that a later agreement cannot move what
 * has already been judged.
 *
 * @param warnings in the order of their times
 */
public record Promise(Instant startedAt, Instant dueAt, List<Warning> warnings) {

    public Promise {
        warnings = List.copyOf(warnings);
    }

    /**
     * Times are kept to the microsecond, as the database keeps them.
     *
     * @param shares of the working time after which to warn, rising; rounded up, so that a warning is never early
     */
    public static Promise between(Instant startedAt, Instant dueAt, List<Double> shares, WorkingCalendar calendar) {
        Instant start = startedAt.truncatedTo(ChronoUnit.MICROS);
        Instant due = dueAt.truncatedTo(ChronoUnit.MICROS);
        Duration promised = calendar.between(start, due);
        List<Warning> warnings = shares.stream()
                .map(share -> new Warning(share, calendar.add(start, part(promised, share))))
                .filter(warning -> warning.at().isBefore(due))
                .toList();
        return new Promise(start, due, warnings);
    }

    private static Duration part(Duration whole, double share) {
        long micros = whole.toNanos() / 1_000;
        return Duration.of((long) Math.ceil(micros * share), ChronoUnit.MICROS);
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
}
