package io.leadloop.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a schema cannot say: whether the fields make sense together. Where the shape is wrong it keeps silent. */
final class MeaningCheck {

    private final YamlTree tree;
    private final JsonNode root;
    private final List<Problem> problems = new ArrayList<>();

    private MeaningCheck(YamlTree tree) {
        this.tree = tree;
        this.root = tree.root();
    }

    static List<Problem> problems(YamlTree tree) {
        MeaningCheck check = new MeaningCheck(tree);
        check.thresholdsFall("/scorecard/letters", List.of("A", "B", "C"));
        check.thresholdsFall("/scorecard/numbers", List.of("1", "2", "3"));
        check.eachGradeInOneList();
        Stream.of("/personas", "/routing/pools", "/calendars", "/clocks", "/examples")
                .forEach(check::namesDiffer);
        Stream.of("/scorecard/fit", "/scorecard/interest").forEach(check::groupsAndRulesDiffer);
        check.expiriesExist();
        check.zonesAndCurrencyExist();
        check.calendarsWork();
        check.problems.addAll(ClockCheck.problems(tree));
        check.problems.addAll(QuotaCheck.problems(tree));
        check.examplesNameWhatExists();
        return check.problems;
    }

    private void thresholdsFall(String path, List<String> bestFirst) {
        for (int i = 1; i < bestFirst.size(); i++) {
            JsonNode better = root.at(path + "/" + bestFirst.get(i - 1));
            JsonNode worse = root.at(path + "/" + bestFirst.get(i));
            if (better.isIntegralNumber()
                    && worse.isIntegralNumber()
                    && worse.bigIntegerValue().compareTo(better.bigIntegerValue()) >= 0) {
                add(
                        path + "/" + bestFirst.get(i),
                        "%s starts at %s, but must start below the %s of %s."
                                .formatted(bestFirst.get(i), worse, better, bestFirst.get(i - 1)));
            }
        }
    }

    private void eachGradeInOneList() {
        Set<String> seen = new HashSet<>();
        for (String list : List.of("mql", "nurture", "disqualified")) {
            JsonNode grades = root.at("/qualification/" + list);
            for (int i = 0; i < grades.size(); i++) {
                if (!seen.add(grades.get(i).asText())) {
                    add(
                            "/qualification/" + list + "/" + i,
                            "Grade %s already has a meaning. Keep it in one list."
                                    .formatted(grades.get(i).asText()));
                }
            }
        }
    }

    /** Of what others refer to by name. */
    private void namesDiffer(String list) {
        namesDiffer(list, new HashSet<>());
    }

    /** A line of a score is told by its rule's name, a cap by its group's. */
    private void groupsAndRulesDiffer(String axis) {
        namesDiffer(axis + "/groups");
        Set<String> rules = new HashSet<>();
        for (int i = 0; i < root.at(axis + "/groups").size(); i++) {
            namesDiffer(axis + "/groups/" + i + "/rules", rules);
        }
    }

    private void namesDiffer(String list, Set<String> seen) {
        for (int i = 0; i < root.at(list).size(); i++) {
            String path = list + "/" + i + "/name";
            if (root.at(path).isTextual() && !seen.add(root.at(path).textValue())) {
                add(path, "The name '%s' is used twice.".formatted(root.at(path).textValue()));
            }
        }
    }

    private void expiriesExist() {
        ScorecardPaths.rules(tree).forEach(rule -> {
            JsonNode expires = root.at(rule + "/expires");
            if (expires.isTextual()
                    && expires.textValue().length() >= "2026-06-30".length()
                    && Expiry.of(expires.textValue(), ZoneOffset.UTC).isEmpty()) {
                add(rule + "/expires", "There is no such day or time as %s.".formatted(expires.textValue()));
            }
        });
    }

    private void zonesAndCurrencyExist() {
        problems.addAll(ZoneCheck.problems(tree, "/zone"));
        JsonNode currency = root.at("/currency");
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(currency.asText()));
        if (currency.isTextual() && currency.textValue().matches("[A-Z]{3}") && !known) {
            add("/currency", "There is no currency '%s'.".formatted(currency.textValue()));
        }
    }

    private void calendarsWork() {
        for (int i = 0; i < root.at("/calendars").size(); i++) {
            JsonNode calendar = root.at("/calendars/" + i);
            if (calendar.path("name").asText().equals(Calendars.ALWAYS) && !isAroundTheClock(calendar)) {
                add(
                        "/calendars/" + i + "/hours",
                        "The calendar 'always' counts around the clock. Write {mon-sun: [\"00:00-24:00\"]}, or give it another name.");
            }
            problems.addAll(CalendarCheck.problems(tree, "/calendars/" + i));
        }
    }

    private static boolean isAroundTheClock(JsonNode calendar) {
        JsonNode hours = calendar.path("hours");
        return hours.size() == 1
                && hours.path("mon-sun").size() == 1
                && hours.at("/mon-sun/0").asText().equals("00:00-24:00")
                && !calendar.has("holidays")
                && !calendar.has("days")
                && !calendar.has("overrides");
    }

    private void examplesNameWhatExists() {
        for (int i = 0; i < root.at("/examples").size(); i++) {
            NameCheck.problem(tree, "/examples/" + i + "/expect/pool", "pool", "/routing/pools", List.of())
                    .ifPresent(problems::add);
            NameCheck.problem(tree, "/examples/" + i + "/expect/persona", "persona", "/personas", List.of())
                    .ifPresent(problems::add);
            dueTimesCanBeJudged("/examples/" + i);
        }
    }

    private void dueTimesCanBeJudged(String example) {
        JsonNode due = root.at(example + "/expect/due");
        if (due.isObject() && root.at(example + "/at").isMissingNode()) {
            add(example + "/expect/due", "An example with 'due' needs 'at', the time from which to count.");
        }
        due.fieldNames().forEachRemaining(clock -> {
            List<String> clocks = namesIn("/clocks");
            if (!clocks.contains(clock)) {
                problems.add(tree.atName(
                        YamlTree.pointer(example + "/expect/due", clock),
                        "There is no clock '%s'.".formatted(clock),
                        clocks.isEmpty() ? "" : Nearest.suggestion(clock, clocks)));
            }
        });
    }

    private List<String> namesIn(String list) {
        List<String> names = new ArrayList<>();
        root.at(list).forEach(one -> names.add(one.path("name").asText()));
        return names;
    }

    private void add(String path, String message) {
        problems.add(tree.at(path, message, ""));
    }
}
