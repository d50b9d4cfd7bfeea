package io.leadloop.agreement.rules;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.leadloop.agreement.ActivityCounts;
import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.AgreementDocument.Persona;
import io.leadloop.agreement.AgreementDocument.Pool;
import io.leadloop.agreement.Conditions;
import io.leadloop.agreement.Grade;
import io.leadloop.agreement.LeadFacts;
import io.leadloop.agreement.Scorecard;
import io.leadloop.agreement.Scorecard.AxisRules;
import io.leadloop.agreement.Scorecard.Rule;
import io.leadloop.events.Axis;
import io.leadloop.events.Contribution;
import io.leadloop.events.Qualification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One lead under one agreement, as a function of time: what does not change with time is worked out once, and the score at any
 * moment, and the moment at which the grade changes, follow from it cheaply. Not to be shared between threads.
 */
public final class ScoreCurve {

    private final Agreement agreement;
    private final LeadFacts facts;
    /** What conditions that do not ask for activities say of this lead; the same text says the same in every agreement. */
    private final Map<String, Boolean> verdicts;

    private final Map<String, List<Instant>> times;
    private final List<LeadGroup> fit;
    private final List<LeadGroup> interest;

    private ScoreCurve(
            Agreement agreement, LeadFacts facts, Map<String, Boolean> verdicts, Map<String, List<Instant>> times) {
        this.agreement = agreement;
        this.facts = facts;
        this.verdicts = verdicts;
        this.times = times;
        this.fit = groups(scorecard().fit());
        this.interest = groups(scorecard().interest());
    }

    public static ScoreCurve of(ScoredLead lead, Agreement agreement) {
        return new ScoreCurve(
                agreement,
                LeadFacts.of(lead.profile(), lead.touches()),
                new HashMap<>(),
                lead.activities().stream()
                        .collect(groupingBy(LeadActivity::type, mapping(LeadActivity::occurredAt, toList()))));
    }

    /** The same lead under another agreement; what both ask is not asked twice. */
    public ScoreCurve under(Agreement other) {
        return new ScoreCurve(other, facts, verdicts, times);
    }

    /** The same lead as if it had done nothing after that moment. */
    public ScoreCurve upTo(Instant last) {
        Map<String, List<Instant>> until = new HashMap<>();
        times.forEach((type, all) ->
                until.put(type, all.stream().filter(time -> !time.isAfter(last)).toList()));
        return new ScoreCurve(agreement, facts, verdicts, until);
    }

    /** What the lead is to the two teams at that moment. */
    public Qualification qualificationAt(Instant at) {
        return agreement.document().qualification().decide(grade(at), facts.profileKnown());
    }

    /** The pool that gets the lead if it qualifies. */
    public Optional<String> pool() {
        return agreement.document().routing().pools().stream()
                .filter(pool -> holds(pool.when()))
                .map(Pool::name)
                .findFirst();
    }

    /** What the agreement says at that moment. */
    public Assessment at(Instant at) {
        List<Contribution> ofFit = lines(Axis.FIT, at);
        List<Contribution> ofInterest = lines(Axis.INTEREST, at);
        Grade grade = scorecard().grade(ScoringRules.sum(ofFit), ScoringRules.sum(ofInterest));
        return new Assessment(
                ScoringRules.sum(ofFit),
                ScoringRules.sum(ofInterest),
                grade,
                persona(),
                Stream.concat(ofFit.stream(), ofInterest.stream()).toList(),
                agreement.document().qualification().decide(grade, facts.profileKnown()));
    }

    /**
     * The next moment after {@code at} at which the grade is another one or a rule that counts expires, if nothing happens to the
     * lead; empty if there is none within a hundred years.
     */
    public Optional<NextChange> nextAfter(Instant at) {
        return new NextMoment(this, at).find();
    }

    Grade grade(Instant at) {
        return scorecard()
                .grade(
                        AxisPoints.of(fit, holdingAt(at), at)
                                .score(scorecard().fit().cap()),
                        AxisPoints.of(interest, holdingAt(at), at)
                                .score(scorecard().interest().cap()));
    }

    Scorecard scorecard() {
        return agreement.document().scorecard();
    }

    Conditions conditions() {
        return agreement.conditions();
    }

    List<LeadGroup> fit() {
        return fit;
    }

    List<LeadGroup> interest() {
        return interest;
    }

    Stream<LeadRule> rules() {
        return Stream.concat(fit.stream(), interest.stream()).flatMap(group -> group.rules().stream());
    }

    List<Instant> times(String type) {
        return times.getOrDefault(type, List.of());
    }

    /** Whether a rule counts at that moment: it has not expired, and what it asks of activities holds. */
    Predicate<LeadRule> holdingAt(Instant at) {
        return rule -> !rule.isOver(at)
                && (!conditions().asksForActivities(rule.rule().when())
                        || conditions().holds(rule.rule().when(), facts.with(new ActivityCounts(times, at))));
    }

    private List<Contribution> lines(Axis axis, Instant at) {
        return new AxisLines(axis, holdingAt(at), at, agreement.document().zone())
                .of(
                        axis == Axis.FIT ? fit : interest,
                        axis == Axis.FIT
                                ? scorecard().fit().cap()
                                : scorecard().interest().cap());
    }

    private Optional<String> persona() {
        return agreement.document().personas().stream()
                .filter(persona -> holds(persona.when()))
                .map(Persona::name)
                .findFirst();
    }

    private boolean holds(String condition) {
        Boolean known = verdicts.get(condition);
        if (known == null) {
            known = conditions().holds(condition, facts);
            verdicts.put(condition, known);
        }
        return known;
    }

    private List<LeadGroup> groups(AxisRules axis) {
        return axis.groups().stream()
                .map(group -> new LeadGroup(
                        group.name(),
                        group.cap(),
                        group.rules().stream()
                                .flatMap(rule -> said(rule).stream())
                                .toList()))
                .toList();
    }

    private Optional<LeadRule> said(Rule rule) {
        Optional<Fading> counted = rule.activity().map(type -> new Fading(rule, times(type)));
        boolean nothingToCount = counted.filter(some -> some.count() == 0).isPresent();
        if (nothingToCount || (!conditions().asksForActivities(rule.when()) && !holds(rule.when()))) {
            return Optional.empty();
        }
        return Optional.of(
                new LeadRule(rule, counted, rule.expiresAt(agreement.document().zone())));
    }
}
