package io.leadloop.intake.lead.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A country by its ISO 3166-1 alpha-2 code; forms also send English names. */
public final class Country {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> BY_NAME = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(
                    code -> Locale.of("", code)
                            .getDisplayCountry(Locale.ENGLISH)
                            .toLowerCase(Locale.ROOT),
                    code -> code,
                    (first, second) -> first));

    private Country() {}

    public static Optional<String> code(String text) {
        String stripped = text.strip();
        String upper = stripped.toUpperCase(Locale.ROOT);
        return CODES.contains(upper)
                ? Optional.of(upper)
                : Optional.ofNullable(BY_NAME.get(stripped.toLowerCase(Locale.ROOT)));
    }
}
