package io.leadloop.sla.clock.rules;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.ClockRule;
import io.leadloop.agreement.Whose;
import io.leadloop.agreement.workingtime.WorkingCalendar;
import java.time.Duration;
import java.util.List;

/** What the agreement says of one clock of one rep and lead: how long, in whose hours, when to warn, and what happens then. */
public record Terms(WorkingCalendar calendar, Duration within, List<Double> warnAt, List<ClockRule.Rung> ladder) {

    public Terms {
        warnAt = List.copyOf(warnAt);
        ladder = List.copyOf(ladder);
    }

    public static Terms of(Agreement agreement, ClockRule rule, Whose whose) {
        return new Terms(agreement.calendar(rule, whose), rule.within(), rule.warnAt(), rule.ladder());
    }
}
