package io.leadloop.scoring.learned.rules;

import java.util.Locale;

/**
 * One of the values that a trait can have for the model; leads that share it are alike in this trait.
 *
 * @param kind what lead has it
 * @param value for {@code IS} and {@code HAS}; empty otherwise
 * @param from for {@code FROM}, inclusive
 * @param to for {@code FROM}: the largest value seen, for people to read
 */
public record Level(Kind kind, String value, double from, double to) {

    /** What lead has a level. */
    public enum Kind {
        /** The value itself. */
        IS,
        /** The text has the word. */
        HAS,
        /** From here to the next level. */
        FROM,
        /** A value that few leads have. */
        RARE,
        /** Nothing was known. */
        MISSING
    }

    static final Level RARE = new Level(Kind.RARE, "", 0, 0);
    static final Level MISSING = new Level(Kind.MISSING, "", 0, 0);

    static Level is(String value) {
        return new Level(Kind.IS, value, 0, 0);
    }

    static Level has(String word) {
        return new Level(Kind.HAS, word, 0, 0);
    }

    static Level from(double from, double to) {
        return new Level(Kind.FROM, "", from, to);
    }

    /** As a sentence without its verb: {@code first source is google}, {@code employees 50 to 199}. */
    String words(String trait) {
        return switch (kind) {
            case IS -> trait + " is " + value;
            case HAS -> trait + " has \"" + value + "\"";
            case FROM -> trait + " " + (from == to ? number(from) : number(from) + " to " + number(to));
            case RARE -> trait + " is one of the rare ones";
            case MISSING -> trait.startsWith("times ") ? "never " + trait.substring(6) : trait + " not known";
        };
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%,.1f", value);
    }
}
