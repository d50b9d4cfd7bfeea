package io.leadloop.agreement;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether comparisons can all hold of one lead. Only what is certain counts: two texts about one field, two sides of a number. */
final class Contradictions {

    private Contradictions() {}

    /** The comparison with which the earlier ones cannot hold together. */
    static Optional<Atom> in(List<Atom> together) {
        Map<String, Range> ranges = new LinkedHashMap<>();
        Map<String, Choice> choices = new LinkedHashMap<>();
        for (Atom atom : together) {
            boolean number = atom.literals().stream().allMatch(Double.class::isInstance);
            boolean possible = number && !atom.operator().endsWith("in")
                    ? ranges.computeIfAbsent(atom.subject(), subject -> new Range())
                            .narrow(atom)
                    : choices.computeIfAbsent(atom.subject(), subject -> new Choice())
                            .narrow(atom);
            if (!possible) {
                return Optional.of(atom);
            }
        }
        return Optional.empty();
    }

    /** Every number that conditions know is a whole one and not below zero. */
    private static final class Range {
        private double least = 0;
        private double most = Double.MAX_VALUE;
        private final Set<Double> not = new HashSet<>();

        boolean narrow(Atom atom) {
            double literal = (Double) atom.literals().getFirst();
            switch (atom.operator()) {
                case "==" -> {
                    least = Math.max(least, literal);
                    most = Math.min(most, literal);
                }
                case "!=" -> not.add(literal);
                case ">" -> least = Math.max(least, Math.floor(literal) + 1);
                case ">=" -> least = Math.max(least, Math.ceil(literal));
                case "<" -> most = Math.min(most, Math.ceil(literal) - 1);
                case "<=" -> most = Math.min(most, Math.floor(literal));
                default -> {
                    return true;
                }
            }
            return least <= most && !(least == most && not.contains(least)) && Math.rint(least) == least;
        }
    }

    private static final class Choice {
        private Optional<Set<Object>> only = Optional.empty();
        private final Set<Object> not = new HashSet<>();

        boolean narrow(Atom atom) {
            switch (atom.operator()) {
                case "==", "in" -> {
                    Set<Object> these = new HashSet<>(atom.literals());
                    only.ifPresent(these::retainAll);
                    only = Optional.of(these);
                }
                case "!=", "not in" -> not.addAll(atom.literals());
                default -> {
                    return true; // texts in the order of the alphabet
                }
            }
            boolean neither = not.contains(true) && not.contains(false);
            return !neither && only.filter(these -> not.containsAll(these)).isEmpty();
        }
    }
}
