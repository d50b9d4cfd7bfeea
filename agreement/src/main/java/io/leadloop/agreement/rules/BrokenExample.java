package io.leadloop.agreement.rules;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An example that does not come out as it says.
 *
 * @param example its name
 * @param mismatches at least one
 */
public record BrokenExample(String example, List<Mismatch> mismatches) {

    public BrokenExample {
        mismatches = List.copyOf(mismatches);
    }

    /**
     * @param what for example {@code grade}
     * @param why what led there, for example the lines of the score; empty where the value says it all
     */
    public record Mismatch(String what, String expected, String found, String why) {

        @Override
        public String toString() {
            return what + " is " + found + ", not " + expected + (why.isEmpty() ? "" : " (" + why + ")");
        }
    }

    /** One sentence for people. */
    @Override
    public String toString() {
        return "Example '" + example + "' breaks: "
                + mismatches.stream().map(Mismatch::toString).collect(Collectors.joining("; ")) + ".";
    }
}
