package io.leadloop.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * Two scores in one word that people can say: the letter of fit, A best to D, and the number of interest, 1 hottest to 4.
 */
public record Grade(String letter, String number) {

    static final List<String> LETTERS = List.of("A", "B", "C", "D");
    static final List<String> NUMBERS = List.of("1", "2", "3", "4");

    public Grade {
        if (!LETTERS.contains(letter) || !NUMBERS.contains(number)) {
            throw new IllegalArgumentException("A grade is one of A1 to D4, not " + letter + number);
        }
    }

    @JsonCreator
    public static Grade of(String text) {
        if (text.length() != 2) {
            throw new IllegalArgumentException("A grade is one of A1 to D4, not " + text);
        }
        return new Grade(text.substring(0, 1), text.substring(1));
    }

    @JsonValue
    @Override
    public String toString() {
        return letter + number;
    }
}
