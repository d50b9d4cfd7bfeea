package io.leadloop.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a quota promises parts that exist and that make at most a whole. */
final class QuotaCheck {
    private static final String QUOTA = "/quota";

    private final YamlTree tree;
    private final JsonNode quota;
    private final List<Problem> problems = new ArrayList<>();

    private QuotaCheck(YamlTree tree) {
        this.tree = tree;
        this.quota = tree.root().at(QUOTA);
    }

    static List<Problem> problems(YamlTree tree) {
        QuotaCheck check = new QuotaCheck(tree);
        NameCheck.problem(tree, QUOTA + "/calendar", "calendar", "/calendars", List.of(Calendars.ALWAYS))
                .ifPresent(check.problems::add);
        check.partsExist("personas", "persona", check.namesOf("/personas"));
        check.gradesQualify();
        List.of("personas", "grades", "reps").forEach(check::atMostAWhole);
        check.reasonsExist();
        return check.problems;
    }

    private List<String> namesOf(String list) {
        List<String> names = new ArrayList<>();
        tree.root().at(list).forEach(one -> names.add(one.path("name").asText()));
        return names;
    }

    private void partsExist(String field, String what, List<String> names) {
        quota.path(field).fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                problems.add(tree.atName(
                        YamlTree.pointer(QUOTA + "/" + field, name),
                        "There is no %s '%s'.".formatted(what, name),
                        names.isEmpty() ? "" : Nearest.suggestion(name, names)));
            }
        });
    }

    private void gradesQualify() {
        List<String> mql = new ArrayList<>();
        tree.root().at("/qualification/mql").forEach(grade -> mql.add(grade.asText()));
        quota.path("grades").fieldNames().forEachRemaining(grade -> {
            if (!mql.contains(grade)) {
                problems.add(tree.atName(
                        YamlTree.pointer(QUOTA + "/grades", grade),
                        "A lead of %s is no MQL here, so none can be promised.".formatted(grade),
                        "MQLs are " + String.join(", ", mql) + "."));
            }
        });
    }

    private void atMostAWhole(String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode share : quota.path(field)) {
            sum = share.isNumber() ? sum.add(share.decimalValue()) : sum;
        }
        if (quota.path(field).size() > 1 && sum.compareTo(BigDecimal.ONE) > 0) {
            problems.add(tree.at(
                    QUOTA + "/" + field,
                    "The shares make %s, more than a whole.".formatted(sum.toPlainString()),
                    "Let them add up to 1 at most."));
        }
    }

    private void reasonsExist() {
        Set<String> reasons = new HashSet<>();
        tree.root().at("/reasons/reject").forEach(reason -> reasons.add(reason.asText()));
        JsonNode notWorkable = quota.path("notWorkable");
        for (int i = 0; i < notWorkable.size(); i++) {
            String reason = notWorkable.get(i).asText();
            if (!reasons.contains(reason)) {
                problems.add(tree.at(
                        QUOTA + "/notWorkable/" + i,
                        "Sales cannot reject for the reason '%s'.".formatted(reason),
                        Nearest.suggestion(reason, List.copyOf(reasons))));
            }
        }
    }
}
