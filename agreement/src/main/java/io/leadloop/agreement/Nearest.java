package io.leadloop.agreement;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody probably meant: the known word with the fewest letters changed, if they are few. */
final class Nearest {

    private static final int LISTED = 15;

    private Nearest() {}

    /** "Did you mean …?", or what there is to choose from. */
    static String suggestion(String written, Collection<String> known) {
        return of(written, known).map(word -> "Did you mean " + word + "?").orElseGet(() -> known(known));
    }

    static Optional<String> of(String written, Collection<String> known) {
        int most = Math.min(written.length() - 1, Math.max(2, written.length() / 4));
        return known.stream()
                .filter(word -> distance(written, word) <= most)
                .min(Comparator.<String>comparingInt(word -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    static String known(Collection<String> known) {
        List<String> sorted = known.stream().sorted().toList();
        String more = sorted.size() > LISTED ? ", …" : "";
        return "Known here: " + String.join(", ", sorted.subList(0, Math.min(LISTED, sorted.size()))) + more + ".";
    }

    /** Levenshtein's, upper and lower case alike. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
            }
            above = row;
        }
        return above[b.length()];
    }
}
