package io.leadloop.scoring.rules;

import io.leadloop.events.Axis;
import io.leadloop.events.Contribution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A line that is another one in the second of two scores.
 *
 * @param before points, 0 if the line was not there
 * @param after points, 0 if it is gone
 */
public record Difference(Axis axis, String rule, int before, int after) {

    /** In the order of the later score, then what is gone; what differs sums to the difference of the scores. */
    public static List<Difference> between(List<Contribution> before, List<Contribution> after) {
        List<Difference> differences = new ArrayList<>();
        Set<Line> told = new HashSet<>();
        after.forEach(line -> {
            told.add(Line.of(line));
            add(differences, line, points(before, line), line.points());
        });
        before.stream()
                .filter(line -> !told.contains(Line.of(line)))
                .forEach(line -> add(differences, line, line.points(), 0));
        return differences;
    }

    private record Line(Axis axis, String rule) {
        static Line of(Contribution line) {
            return new Line(line.axis(), line.rule());
        }
    }

    private static int points(List<Contribution> lines, Contribution same) {
        Optional<Contribution> found = lines.stream()
                .filter(line -> Objects.equals(Line.of(line), Line.of(same)))
                .findFirst();
        return found.map(Contribution::points).orElse(0);
    }

    private static void add(List<Difference> differences, Contribution line, int before, int after) {
        if (before != after) {
            differences.add(new Difference(line.axis(), line.rule(), before, after));
        }
    }
}
