package io.leadloop.scoring.learned.rules;

import io.leadloop.scoring.learned.rules.Trait.Amount;
import io.leadloop.scoring.learned.rules.Trait.Word;
import io.leadloop.scoring.learned.rules.Trait.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which columns leads have for the solver; learned from the leads that it trains on, never from those that judge it.
 *
 * <ul>
 *   <li>Each value that enough leads have is a column; all rarer ones share one; not known is a column too.
 *   <li>Numbers are cut into at most {@value #BINS} bins with about as many leads each: no effect must be a straight line.
 *   <li>A free attribute that is a number in every lead, with many values, is cut likewise.
 *   <li>A trait that is the same in all leads, or that divides them exactly as an earlier one does, adds nothing and is left out.
 * </ul>
 */
final class Encoding {
    private static final int BINS = 6;
    private static final int MOST_VALUES = 300;
    private static final int MOST_TRAITS = 300;
    private static final int FEWEST_DISTINCT_NUMBERS = 12;

    private final List<Coding> codings;
    private final int[] firstColumn;
    private final int columns;

    private Encoding(List<Coding> codings) {
        this.codings = List.copyOf(codings);
        firstColumn = new int[codings.size()];
        int next = 0;
        for (int i = 0; i < firstColumn.length; i++) {
            firstColumn[i] = next;
            next += codings.get(i).levels().size();
        }
        columns = next;
    }

    static Encoding of(List<Example> examples) {
        int enough = enough(examples.size());
        Map<String, Integer> present = new TreeMap<>();
        examples.forEach(example -> example.traits().keySet().forEach(name -> present.merge(name, 1, Integer::sum)));
        List<Coding> codings = new ArrayList<>();
        Set<List<Integer>> divisions = new HashSet<>();
        present.entrySet().stream()
                .filter(trait -> trait.getValue() >= enough)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TRAITS)
                .forEach(trait -> {
                    Coding coding = coding(trait.getKey(), examples, enough);
                    if (coding.levels().size() > 1
                            && (coding.isOfWords() || divisions.add(division(coding, examples)))) {
                        codings.add(coding);
                    }
                });
        return new Encoding(codings);
    }

    /** So many leads make a value one of its own: 5 of few leads, 25 of very many. */
    private static int enough(int leads) {
        return Math.clamp(leads / 500, 5, 25);
    }

    private static Coding coding(String name, List<Example> examples, int enough) {
        List<Trait> known = new ArrayList<>();
        examples.forEach(example -> {
            Trait trait = example.traits().get(name);
            if (trait != null) {
                known.add(trait);
            }
        });
        List<Level> levels = new ArrayList<>();
        double[] numbers = numbers(known);
        if (numbers.length > 0) {
            levels.addAll(bins(numbers, enough));
        } else {
            boolean words = known.getFirst() instanceof Words;
            Map<String, Integer> counts = new TreeMap<>();
            known.stream().flatMap(Encoding::values).forEach(value -> counts.merge(value, 1, Integer::sum));
            List<String> kept = counts.entrySet().stream()
                    .filter(value -> value.getValue() >= enough)
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_VALUES)
                    .map(Map.Entry::getKey)
                    .toList();
            kept.forEach(value -> levels.add(words ? Level.has(value) : Level.is(value)));
            if (!words && kept.size() < counts.size()) {
                levels.add(Level.RARE);
            }
        }
        if (known.size() < examples.size()) {
            levels.add(Level.MISSING);
        }
        return new Coding(name, levels);
    }

    private static Stream<String> values(Trait trait) {
        return switch (trait) {
            case Word word -> Stream.of(word.text());
            case Words text -> text.words().stream();
            case Amount amount -> Stream.empty();
        };
    }

    /** All values in rising order, if the trait is a number in all leads; nothing otherwise. */
    private static double[] numbers(List<Trait> known) {
        double[] numbers = new double[known.size()];
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < numbers.length; i++) {
            switch (known.get(i)) {
                case Amount amount -> numbers[i] = amount.value();
                case Word word -> {
                    if (Coding.number(word.text()).isEmpty()) {
                        return new double[0];
                    }
                    texts.add(word.text());
                    numbers[i] = Coding.number(word.text()).getAsDouble();
                }
                case Words text -> {
                    return new double[0];
                }
            }
        }
        if (!texts.isEmpty() && texts.size() <= FEWEST_DISTINCT_NUMBERS) {
            return new double[0];
        }
        Arrays.sort(numbers);
        return numbers;
    }

    private static List<Level> bins(double[] sorted, int enough) {
        int wanted = Math.max(enough, (sorted.length + BINS - 1) / BINS);
        List<Level> bins = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= sorted.length; end++) {
            boolean last = end == sorted.length;
            boolean boundary = last || sorted[end] != sorted[end - 1];
            if (boundary && end - start >= wanted && (last || sorted.length - end >= enough)) {
                bins.add(Level.from(sorted[start], sorted[end - 1]));
                start = end;
            }
        }
        if (start < sorted.length) {
            bins.add(Level.from(sorted[start], sorted[sorted.length - 1]));
        }
        return bins;
    }

    /** Which leads are alike in a trait, whatever its levels are called. */
    private static List<Integer> division(Coding coding, List<Example> examples) {
        Map<Integer, Integer> numberOf = new TreeMap<>();
        List<Integer> division = new ArrayList<>(examples.size());
        for (Example example : examples) {
            int[] levels = coding.levelsOf(example.traits().get(coding.trait()));
            division.add(numberOf.computeIfAbsent(levels.length == 0 ? -1 : levels[0], unseen -> numberOf.size()));
        }
        return division;
    }

    List<Coding> codings() {
        return codings;
    }

    int columns() {
        return columns;
    }

    int column(int coding, int level) {
        return firstColumn[coding] + level;
    }

    /** The columns in which a lead has a one, rising. */
    int[] row(Map<String, Trait> traits) {
        int[] row = new int[16];
        int size = 0;
        for (int i = 0; i < firstColumn.length; i++) {
            int[] levels = codings.get(i).levelsOf(traits.get(codings.get(i).trait()));
            Arrays.sort(levels);
            for (int level : levels) {
                if (size == row.length) {
                    row = Arrays.copyOf(row, 2 * size);
                }
                row[size++] = firstColumn[i] + level;
            }
        }
        return Arrays.copyOf(row, size);
    }

    int[][] rows(List<Example> examples) {
        return examples.stream().map(example -> row(example.traits())).toArray(int[][]::new);
    }
}
