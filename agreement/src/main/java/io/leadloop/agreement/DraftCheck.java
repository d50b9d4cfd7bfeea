package io.leadloop.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is no error of the text, but surely not what its author meant: a rule that can never say anything. Asked of drafts only, so
 * that what was signed once stays readable when more such mistakes are known.
 *
 * <ul>
 *   <li>A condition that no lead can meet, or that compares a field with what it never is.
 *   <li>A type of activity that nobody knows.
 *   <li>A rule that has expired.
 * </ul>
 */
final class DraftCheck {

    private final YamlTree tree;
    private final Instant now;
    private final List<Problem> problems = new ArrayList<>();

    private DraftCheck(YamlTree tree, Instant now) {
        this.tree = tree;
        this.now = now;
    }

    static List<Problem> problems(YamlTree tree, Map<String, CompiledCondition> conditions, Instant now) {
        DraftCheck check = new DraftCheck(tree, now);
        conditions.forEach(check::canHold);
        conditions.forEach(
                (path, condition) -> condition.asked().forEach(asked -> check.activityIsKnown(path, asked.type())));
        for (String rule : ScorecardPaths.rules(tree)) {
            check.activityIsKnown(
                    rule + "/activity", tree.root().at(rule + "/activity").asText(""));
            check.hasNotExpired(rule + "/expires");
        }
        for (int example = 0; example < tree.root().at("/examples").size(); example++) {
            String did = "/examples/" + example + "/activities";
            for (int one = 0; one < tree.root().at(did).size(); one++) {
                String type = did + "/" + one + "/type";
                check.activityIsKnown(type, tree.root().at(type).asText(""));
            }
        }
        return check.problems;
    }

    private void canHold(String path, CompiledCondition condition) {
        Optional<List<List<Atom>>> alternatives =
                Alternatives.of(condition.ast().getExpr());
        if (alternatives.isEmpty()) {
            return;
        }
        boolean valuesArePossible = true;
        for (Atom atom :
                alternatives.get().stream().flatMap(List::stream).distinct().toList()) {
            Optional<String> never = KnownValues.impossible(atom);
            if (never.isPresent()) {
                valuesArePossible = false;
                problems.add(at(
                        path,
                        condition,
                        atom,
                        "%s is never '%s'.".formatted(atom.subject(), never.get()),
                        KnownValues.suggestion(atom.subject(), never.get())));
            }
        }
        List<Optional<Atom>> contradictions =
                alternatives.get().stream().map(Contradictions::in).toList();
        if (alternatives.get().isEmpty()) {
            problems.add(tree.at(path, "The condition is always false.", "Remove the rule, or say when it holds."));
        } else if (valuesArePossible && contradictions.stream().allMatch(Optional::isPresent)) {
            Atom first = contradictions.getFirst().orElseThrow();
            problems.add(at(
                    path,
                    condition,
                    first,
                    "The condition can never hold: what it asks of %s excludes itself.".formatted(first.subject()),
                    "Did you mean || instead of &&, or another number?"));
        }
    }

    private Problem at(String path, CompiledCondition condition, Atom atom, String message, String suggestion) {
        CelSource source = condition.ast().getSource();
        Optional<CelSourceLocation> place = Optional.ofNullable(
                        source.getPositionsMap().get(atom.expressionId()))
                .map(offset -> start(source.getContent().toString(), offset))
                .flatMap(source::getOffsetLocation);
        return place.map(found -> tree.inside(path, found.getLine(), found.getColumn(), message, suggestion))
                .orElseGet(() -> tree.at(path, message, suggestion));
    }

    /** CEL says where the last dot is. */
    private static int start(String text, int offset) {
        int start = Math.min(offset, text.length());
        while (start > 0 && (Character.isJavaIdentifierPart(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        return start;
    }

    private void activityIsKnown(String path, String type) {
        List<String> own = new ArrayList<>();
        tree.root().at("/activities").forEach(one -> own.add(one.asText()));
        if (type.isEmpty() || ActivityTypes.isKnown(type, own)) {
            return;
        }
        List<String> all = new ArrayList<>(ActivityTypes.USUAL);
        all.addAll(own);
        String suggestion = Nearest.of(type, all)
                .map(near -> "Did you mean " + near + "?")
                .orElse("List your own types at the top: activities: [" + type + "].");
        problems.add(tree.at(path, "There is no activity '%s'.".formatted(type), suggestion));
    }

    private void hasNotExpired(String path) {
        JsonNode expires = tree.root().at(path);
        if (expires.isTextual()
                && Expiry.of(expires.textValue(), zone())
                        .filter(end -> !end.isAfter(now))
                        .isPresent()) {
            problems.add(tree.at(
                    path, "The rule expired before this can be in force.", "Remove the rule, or give it a later end."));
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(tree.root().path("zone").asText("UTC"));
        } catch (DateTimeException toldElsewhere) {
            return ZoneOffset.UTC;
        }
    }
}
