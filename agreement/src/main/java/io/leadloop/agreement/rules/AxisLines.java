package io.leadloop.agreement.rules;

import static java.util.stream.Collectors.groupingBy;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.LeadFacts;
import io.leadloop.agreement.Scorecard.AxisRules;
import io.leadloop.agreement.Scorecard.Rule;
import io.leadloop.agreement.Scorecard.RuleGroup;
import io.leadloop.events.Axis;
import io.leadloop.events.Contribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

    private final Agreement agreement;
    private final LeadFacts facts;
    private final Map<String, List<LeadActivity>> activitiesByType;
    private final Instant at;

    AxisLines(Agreement agreement, LeadFacts facts, List<LeadActivity> activities, Instant at) {
        this.agreement = agreement;
        this.facts = facts;
        this.activitiesByType = activities.stream().collect(groupingBy(LeadActivity::type));
        this.at = at;
    }

    List<Contribution> of(Axis axis, AxisRules rules) {
        List<Contribution> lines = new ArrayList<>();
        rules.groups().forEach(group -> lines.addAll(ofGroup(axis, group)));
        String name = axis.name().toLowerCase(Locale.ROOT);
        int sum = ScoringRules.sum(lines);
        if (sum > rules.cap()) {
            lines.add(cap(axis, name, sum, rules.cap()));
        } else if (sum < 0) {
            lines.add(new Contribution(axis, "floor: " + name, -sum, "A score is never below 0"));
        }
        return lines;
    }

    private List<Contribution> ofGroup(Axis axis, RuleGroup group) {
        List<Contribution> lines = new ArrayList<>();
        group.rules().forEach(rule -> line(axis, rule).ifPresent(lines::add));
        int sum = ScoringRules.sum(lines);
        if (sum > group.cap()) {
            lines.add(cap(axis, group.name(), sum, group.cap()));
        }
        return lines;
    }

    private Optional<Contribution> line(Axis axis, Rule rule) {
        if (!agreement.conditions().holds(rule.when(), facts)) {
            return Optional.empty();
        }
        List<LeadActivity> counted = rule.activity()
                .map(type -> activitiesByType.getOrDefault(type, List.of()))
                .orElse(List.of());
        int points = rule.activity().isPresent() ? Decay.points(rule, counted, at) : rule.points();
        return points == 0
                ? Optional.empty()
                : Optional.of(new Contribution(axis, rule.name(), points, reason(rule, counted)));
    }

    private String reason(Rule rule, List<LeadActivity> counted) {
        return counted.stream()
                .map(LeadActivity::occurredAt)
                .max(Instant::compareTo)
                .map(last -> last.atZone(agreement.document().zone()).toLocalDate())
                .map(day -> rule.reason()
                        + (counted.size() == 1 ? " on " + day : " (" + counted.size() + " times, last on " + day + ")"))
                .orElse(rule.reason());
    }

    private static Contribution cap(Axis axis, String what, int sum, int cap) {
        return new Contribution(axis, "cap: " + what, cap - sum, "Counts at most " + cap);
    }
}
