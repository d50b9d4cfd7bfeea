package io.leadloop.scoring.learned.rules;

import io.leadloop.scoring.learned.rules.Level.Kind;
import io.leadloop.scoring.learned.rules.Trait.Amount;
import io.leadloop.scoring.learned.rules.Trait.Word;
import io.leadloop.scoring.learned.rules.Trait.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The levels of one trait, and which of them a lead has. A value that no level stands for has none, and counts for nothing. */
final class Coding {
    private static final int[] NONE = {};

    private final String trait;
    private final List<Level> levels;
    private final Map<String, Integer> byValue = new HashMap<>();
    private final List<Integer> steps = new ArrayList<>();
    private int rare = -1;
    private int missing = -1;

    /** @param levels those of kind {@code FROM} in rising order */
    Coding(String trait, List<Level> levels) {
        this.trait = trait;
        this.levels = List.copyOf(levels);
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            switch (level.kind()) {
                case IS, HAS -> byValue.put(level.value(), i);
                case FROM -> steps.add(i);
                case RARE -> rare = i;
                case MISSING -> missing = i;
            }
        }
    }

    String trait() {
        return trait;
    }

    List<Level> levels() {
        return levels;
    }

    /** Whether a lead can have several levels at once. */
    boolean isOfWords() {
        return levels.stream().anyMatch(level -> level.kind() == Kind.HAS);
    }

    /** The levels that a lead has, by their place; {@code known} is {@code null} if nothing was known. */
    int[] levelsOf(Trait known) {
        return switch (known) {
            case null -> one(missing);
            case Words text ->
                text.words().stream()
                        .mapToInt(word -> byValue.getOrDefault(word, -1))
                        .filter(level -> level >= 0)
                        .toArray();
            case Word word ->
                steps.isEmpty()
                        ? one(byValue.getOrDefault(word.text(), rare))
                        : number(word.text()).stream().mapToInt(this::step).toArray();
            case Amount amount -> steps.isEmpty() ? NONE : one(step(amount.value()));
        };
    }

    private int step(double value) {
        int found = steps.getFirst();
        for (int step : steps) {
            if (value >= levels.get(step).from()) {
                found = step;
            }
        }
        return found;
    }

    private static int[] one(int level) {
        return level < 0 ? NONE : new int[] {level};
    }

    /** A plain decimal number, or nothing. */
    static OptionalDouble number(String text) {
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }
}
