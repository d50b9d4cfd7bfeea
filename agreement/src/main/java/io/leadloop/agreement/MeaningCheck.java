package io.leadloop.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a schema cannot say: whether the fields make sense together. */
final class MeaningCheck {

    private static final Map<String, List<String>> AROUND_THE_CLOCK = Map.of("mon-sun", List.of("00:00-24:00"));

    private final YamlTree tree;
    private final AgreementDocument document;
    private final List<Problem> problems = new ArrayList<>();

    private MeaningCheck(YamlTree tree, AgreementDocument document) {
        this.tree = tree;
        this.document = document;
    }

    static List<Problem> problems(YamlTree tree, AgreementDocument document) {
        MeaningCheck check = new MeaningCheck(tree, document);
        check.thresholdsFall("/scorecard/letters", document.scorecard().letters());
        check.thresholdsFall("/scorecard/numbers", document.scorecard().numbers());
        check.eachGradeOnce();
        check.calendars();
        check.clocks();
        check.examplesNameWhatExists();
        return check.problems;
    }

    private void thresholdsFall(String path, Map<String, Integer> thresholds) {
        int above = Integer.MAX_VALUE;
        for (Map.Entry<String, Integer> step : new TreeMap<>(thresholds).entrySet()) {
            if (step.getValue() >= above) {
                add(
                        path + "/" + step.getKey(),
                        "The threshold of " + step.getKey() + " must be less than the one before it, " + above + ".");
            }
            above = step.getValue();
        }
    }

    private void eachGradeOnce() {
        QualificationMatrix matrix = document.qualification();
        twice("nurture", matrix.nurture(), "mql", matrix.mql());
        twice("disqualified", matrix.disqualified(), "mql", matrix.mql());
        twice("disqualified", matrix.disqualified(), "nurture", matrix.nurture());
    }

    private void twice(String name, Set<Grade> grades, String otherName, Set<Grade> otherGrades) {
        grades.stream()
                .filter(otherGrades::contains)
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .forEach(grade -> add(
                        "/qualification/" + name,
                        "Grade " + grade + " is in '" + name + "' and in '" + otherName + "'. Keep it in one list."));
    }

    private void calendars() {
        for (int i = 0; i < document.calendars().size(); i++) {
            if (!document.calendars().get(i).hours().equals(AROUND_THE_CLOCK)) {
                add(
                        "/calendars/" + i + "/hours",
                        "Only calendars around the clock work so far: write hours: {mon-sun: [\"00:00-24:00\"]}.");
            }
        }
    }

    private void clocks() {
        for (int i = 0; i < document.clocks().size(); i++) {
            ClockRule clock = document.clocks().get(i);
            boolean known = clock.calendar().equals("always")
                    || document.calendars().stream()
                            .anyMatch(calendar -> calendar.name().equals(clock.calendar()));
            if (!known) {
                add("/clocks/" + i + "/calendar", "There is no calendar '" + clock.calendar() + "'.");
            }
        }
    }

    private void examplesNameWhatExists() {
        for (int i = 0; i < document.examples().size(); i++) {
            Example.Expectation expect = document.examples().get(i).expect();
            String path = "/examples/" + i + "/expect/";
            expect.pool()
                    .filter(name -> document.routing().pools().stream()
                            .noneMatch(pool -> pool.name().equals(name)))
                    .ifPresent(name -> add(path + "pool", "There is no pool '" + name + "'."));
            expect.persona()
                    .filter(name -> document.personas().stream()
                            .noneMatch(persona -> persona.name().equals(name)))
                    .ifPresent(name -> add(path + "persona", "There is no persona '" + name + "'."));
        }
    }

    private void add(String path, String message) {
        problems.add(tree.at(path, message, ""));
    }
}
