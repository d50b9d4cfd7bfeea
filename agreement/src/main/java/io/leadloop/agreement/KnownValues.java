package io.leadloop.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Fields that can only have certain values: what else they are compared with is a mistake. */
final class KnownValues {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final Map<String, Predicate<String>> POSSIBLE = Map.of(
            "lead.country", text -> text.isEmpty() || COUNTRIES.contains(text),
            "lead.email", KnownValues::isSmall,
            "lead.emailDomain", KnownValues::isSmall);

    private KnownValues() {}

    /** The first text among the literals that the field never has. */
    static Optional<String> impossible(Atom atom) {
        Predicate<String> possible = POSSIBLE.get(atom.subject());
        if (possible == null || !List.of("==", "!=", "in", "not in").contains(atom.operator())) {
            return Optional.empty();
        }
        return atom.literals().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(possible.negate())
                .findFirst();
    }

    static String suggestion(String subject, String literal) {
        if (!subject.equals("lead.country")) {
            return "It is kept in small letters: write '" + literal.toLowerCase(Locale.ROOT) + "'.";
        }
        return country(literal)
                .map(code -> "Did you mean '" + code + "'?")
                .orElse("Write a country by ISO 3166 in two capital letters, for example 'US'.");
    }

    private static Optional<String> country(String text) {
        return Arrays.stream(Locale.getISOCountries())
                .filter(code -> {
                    Locale country = Locale.of("", code);
                    return code.equalsIgnoreCase(text)
                            || country.getISO3Country().equalsIgnoreCase(text)
                            || country.getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(text);
                })
                .findFirst();
    }

    private static boolean isSmall(String text) {
        return text.equals(text.toLowerCase(Locale.ROOT));
    }
}
