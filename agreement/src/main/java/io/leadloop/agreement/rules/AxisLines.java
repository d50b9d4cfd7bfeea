package io.leadloop.agreement.rules;

import io.leadloop.events.Axis;
import io.leadloop.events.Contribution;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The lines of one axis. What is added up are whole points that people see, so the sum of the lines is the score, always.
 *
 * <ul>
 *   <li>A rule gives one line, however many activities it counts; a line of no points is left out.
 *   <li>A group that exceeds its cap gets a line that takes the rest away.
 *   <li>So does the axis; and a sum below zero gets a line that lifts it to zero.
 * </ul>
 */
final class AxisLines {

    private final Axis axis;
    private final Predicate<LeadRule> counts;
    private final Instant at;
    private final ZoneId zone;

    AxisLines(Axis axis, Predicate<LeadRule> counts, Instant at, ZoneId zone) {
        this.axis = axis;
        this.counts = counts;
        this.at = at;
        this.zone = zone;
    }

    List<Contribution> of(List<LeadGroup> groups, int axisCap) {
        List<Contribution> lines = new ArrayList<>();
        groups.forEach(group -> lines.addAll(ofGroup(group)));
        String name = axis.name().toLowerCase(Locale.ROOT);
        int sum = ScoringRules.sum(lines);
        if (sum > axisCap) {
            lines.add(cap(name, sum, axisCap));
        } else if (sum < 0) {
            lines.add(new Contribution(axis, "floor: " + name, -sum, "A score is never below 0"));
        }
        return lines;
    }

    private List<Contribution> ofGroup(LeadGroup group) {
        List<Contribution> lines = new ArrayList<>();
        group.rules().forEach(rule -> line(rule).ifPresent(lines::add));
        int sum = ScoringRules.sum(lines);
        if (sum > group.cap()) {
            lines.add(cap(group.name(), sum, group.cap()));
        }
        return lines;
    }

    private Optional<Contribution> line(LeadRule rule) {
        int points = rule.points(at);
        return points == 0 || !counts.test(rule)
                ? Optional.empty()
                : Optional.of(new Contribution(axis, rule.rule().name(), points, reason(rule)));
    }

    private String reason(LeadRule rule) {
        return rule.activities()
                .map(counted -> rule.rule().reason() + times(counted))
                .orElse(rule.rule().reason());
    }

    private String times(Fading counted) {
        LocalDate last = counted.newest().atZone(zone).toLocalDate();
        return counted.count() == 1 ? " on " + last : " (" + counted.count() + " times, last on " + last + ")";
    }

    private Contribution cap(String what, int sum, int cap) {
        return new Contribution(axis, "cap: " + what, cap - sum, "Counts at most " + cap);
    }
}
