package io.leadloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyTextTest {

    private static final String TEXT = DefaultAgreement.text();
    private static final List<MatchResult> WORDS =
            Pattern.compile("[\\w\\-']+|[\\[\\]{}:,\"]").matcher(TEXT).results().toList();

    @Property(tries = 30)
    void a_damaged_agreement_is_read_or_explained_never_an_exception(@ForAll("damaged") String text) {
        // When
        AgreementReading reading = Agreement.read(text);

        // Then
        switch (reading) {
            case AgreementReading.Valid valid ->
                assertThat(valid.agreement().text()).isEqualTo(text);
            case AgreementReading.Invalid invalid ->
                assertThat(invalid.problems()).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.line()).isBetween(1, (int) text.lines().count() + 1);
                    assertThat(problem.column()).isPositive();
                    assertThat(problem.message()).isNotBlank();
                });
        }
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<String> instead = Arbitraries.of(
                "",
                "null",
                "~",
                "[]",
                "{}",
                "''",
                "-1",
                "1.0",
                "1e9",
                "99999999999999999999",
                "true",
                "PT0S",
                "\n",
                "  ",
                "&a",
                "*a",
                "!x",
                "%",
                "\"",
                "'",
                "A1",
                "ä€𝄞");
        return Combinators.combine(Arbitraries.integers().between(0, WORDS.size() - 1), instead)
                .as((word, text) -> TEXT.substring(0, WORDS.get(word).start())
                        + text
                        + TEXT.substring(WORDS.get(word).end()));
    }
}
