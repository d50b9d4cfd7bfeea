package io.leadloop.reporting.report.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=HYPERLINK(1), '=HYPERLINK(1)",
                "+1, '+1",
                "-1, '-1",
                "@SUM(A1), '@SUM(A1)",
                "\"\t=1\", \"'\t=1\"",
                "＝1, '＝1",
                "spring-launch, spring-launch",
                "a=b, a=b",
                "\"\", \"\""
            })
    void a_text_cannot_become_a_formula(String text, String cell) {
        // When
        String safe = SafeCell.of(text);

        // Then
        assertThat(safe).isEqualTo(cell);
    }

    @ParameterizedTest(name = "{0} {1} is written {2}")
    @CsvSource({
        "1000, USD, 1000.00",
        "1000.5, USD, 1000.50",
        "1000.500, USD, 1000.50",
        "1000.125, USD, 1000.125",
        "1000, JPY, 1000",
        "0, EUR, 0.00",
        "7, ???, 7.00"
    })
    void money_has_at_least_the_digits_of_its_currency(BigDecimal amount, String currency, String text) {
        // When
        BigDecimal scaled = MoneyText.scaled(amount, currency);

        // Then
        assertThat(scaled.toPlainString()).isEqualTo(text);
    }
}
