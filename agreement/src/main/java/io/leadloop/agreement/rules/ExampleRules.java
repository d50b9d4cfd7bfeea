package io.leadloop.agreement.rules;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.AgreementDocument.Pool;
import io.leadloop.agreement.Example;
import io.leadloop.agreement.LeadFacts;
import io.leadloop.agreement.rules.BrokenExample.Mismatch;
import io.leadloop.events.Axis;
import io.leadloop.events.Contribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The agreement's own tests. Each example is a lead with what it did; it is scored, sent to its pool and put on its clocks as a
 * real one would be.
 *
 * <ul>
 *   <li>Grade, decision and persona are those of {@link ScoringRules}.
 *   <li>The pool is the first whose condition holds, whatever the decision: that a lead goes there at all is what {@code decision}
 *       is for.
 *   <li>A clock is due as if it had started at the example's moment.
 *   <li>What an example leaves open is not judged.
 * </ul>
 */
public final class ExampleRules {

    private ExampleRules() {}

    /** @param now the moment of those examples that name none */
    public static List<BrokenExample> broken(Agreement agreement, Instant now) {
        return agreement.document().examples().stream()
                .flatMap(example -> judge(agreement, example, example.at().orElse(now)).stream())
                .toList();
    }

    private static Optional<BrokenExample> judge(Agreement agreement, Example example, Instant at) {
        Assessment assessed = ScoringRules.assess(lead(example, at), agreement, at);
        List<Mismatch> wrong = new ArrayList<>();
        Example.Expectation expected = example.expect();
        expected.grade()
                .filter(grade -> !grade.equals(assessed.grade()))
                .ifPresent(grade -> wrong.add(
                        new Mismatch("grade", grade.toString(), assessed.grade().toString(), lines(assessed))));
        expected.decision()
                .filter(decision -> decision != assessed.qualification())
                .ifPresent(decision -> wrong.add(new Mismatch(
                        "decision", word(decision), word(assessed.qualification()), "grade " + assessed.grade())));
        expected.persona()
                .filter(persona -> !assessed.persona().equals(Optional.of(persona)))
                .ifPresent(persona -> wrong.add(
                        new Mismatch("persona", persona, assessed.persona().orElse("none"), "")));
        Optional<String> pool =
                agreement.pool(LeadFacts.of(example.lead(), example.touches())).map(Pool::name);
        expected.pool()
                .filter(name -> !pool.equals(Optional.of(name)))
                .ifPresent(name -> wrong.add(new Mismatch("pool", name, pool.orElse("none"), "")));
        expected.due()
                .forEach((clock, due) -> agreement
                        .clock(clock)
                        .map(rule -> agreement.dueAt(rule, at))
                        .filter(found -> !found.equals(due))
                        .ifPresent(found -> wrong.add(new Mismatch(
                                "due time of clock " + clock, due.toString(), found.toString(), "from " + at))));
        return wrong.isEmpty() ? Optional.empty() : Optional.of(new BrokenExample(example.name(), wrong));
    }

    private static ScoredLead lead(Example example, Instant at) {
        List<LeadActivity> activities = new ArrayList<>();
        example.activities()
                .forEach(did -> activities.add(
                        new LeadActivity(new UUID(0, activities.size()), did.type(), at.minus(did.ago()))));
        return new ScoredLead(example.lead(), example.touches(), activities);
    }

    private static String lines(Assessment assessed) {
        return "fit " + assessed.fit() + points(assessed, Axis.FIT) + "; interest " + assessed.interest()
                + points(assessed, Axis.INTEREST);
    }

    private static String points(Assessment assessed, Axis axis) {
        return assessed.contributions().stream()
                .filter(line -> line.axis() == axis)
                .map(ExampleRules::points)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), text -> text.isEmpty() ? "" : ": " + text));
    }

    private static String points(Contribution line) {
        return line.rule() + (line.points() < 0 ? " " : " +") + line.points();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
