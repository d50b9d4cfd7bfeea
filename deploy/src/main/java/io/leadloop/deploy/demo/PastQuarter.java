package io.leadloop.deploy.demo;

import io.leadloop.deploy.demo.DemoLead.Kind;
import io.leadloop.deploy.demo.PastLead.PastOutcome;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The 91 days before a day, in the order of time: fewer leads on weekends, and the youngest have no outcome yet. */
final class PastQuarter {
    static final int DAYS = 91;
    private static final List<String> LOST =
            List.of("PRICE", "COMPETITOR", "NO_DECISION", "MISSING_FEATURE", "NO_BUDGET", "BAD_TIMING", "UNREACHABLE");

    private final LeadGenerator leads;
    private final Dice dice;
    private final LocalDate today;
    private final List<String> reps;

    /** @param reps who had the leads; at least one */
    PastQuarter(long seed, LocalDate today, List<String> reps) {
        this.leads = new LeadGenerator(seed);
        this.dice = new Dice(~seed);
        this.today = today;
        this.reps = List.copyOf(reps);
    }

    List<PastLead> leads(int count) {
        List<PastLead> quarter = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            quarter.add(past(leads.next(), captured(number, count)));
        }
        return quarter;
    }

    private Instant captured(int number, int count) {
        LocalDate day = today.minusDays(DAYS).plusDays((long) number * DAYS / count);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        LocalDate shifted = weekend && dice.percent(60) ? day.minusDays(2) : day;
        return shifted.atTime(7, 0).plusSeconds(dice.below(13 * 3_600)).toInstant(ZoneOffset.UTC);
    }

    private PastLead past(DemoLead lead, Instant capturedAt) {
        boolean qualified = lead.kind() == Kind.EAGER || (lead.kind() == Kind.CURIOUS && dice.percent(15));
        Instant mqlAt = after(capturedAt, 6);
        Instant sqlAt = after(mqlAt, 3);
        boolean accepted = dice.percent(70);
        if (!qualified || !isOver(mqlAt)) {
            return new PastLead(lead, capturedAt, "captured", capturedAt, Optional.empty());
        }
        if (!accepted || !isOver(sqlAt)) {
            return new PastLead(lead, capturedAt, "mql", mqlAt, Optional.empty());
        }
        return new PastLead(
                lead, capturedAt, "sql", sqlAt, outcome(lead, sqlAt).filter(outcome -> isOver(outcome.occurredAt())));
    }

    private Optional<PastOutcome> outcome(DemoLead lead, Instant sqlAt) {
        Instant at = after(sqlAt, 24 * 16);
        String rep = dice.of(reps);
        Optional<String> persona = lead.person().jobTitle().map(PastQuarter::persona);
        int fate = dice.below(100);
        if (fate < 30 + lead.channel().eager() / 5) {
            double amount =
                    lead.person().employees().orElse(50) > 500 ? dice.around(6_500, 0.6) : dice.around(1_400, 0.5);
            return Optional.of(new PastOutcome(
                    "won",
                    at,
                    rep,
                    persona,
                    Optional.of(Long.toString(Math.round(amount / 50) * 50)),
                    Optional.of(dice.percent(5) ? "EUR" : "USD"),
                    Optional.empty()));
        }
        String outcome = fate < 85 ? "lost" : "recycled";
        String reason = outcome.equals("lost") ? dice.of(LOST) : dice.of(List.of("BAD_TIMING", "NO_BUDGET_YET"));
        return fate < 93
                ? Optional.of(new PastOutcome(
                        outcome, at, rep, persona, Optional.empty(), Optional.empty(), Optional.of(reason)))
                : Optional.empty();
    }

    private boolean isOver(Instant at) {
        return at.isBefore(today.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private Instant after(Instant begin, double medianHours) {
        return begin.plus(Duration.ofMinutes(Math.round(dice.around(medianHours * 60, 0.7))));
    }

    /** The default agreement's names for them. */
    private static String persona(String jobTitle) {
        if (jobTitle.contains("Oper")) {
            return "operations-leader";
        }
        if (jobTitle.contains("Sales") || jobTitle.contains("Revenue")) {
            return "sales-leader";
        }
        return jobTitle.contains("Marketing") || jobTitle.contains("Growth") ? "marketing-leader" : "executive";
    }
}
