package io.leadloop.reporting.report.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

    @ParameterizedTest(name = "{0} seconds are {1} days")
    @CsvSource({
        "86400, 1.00",
        "1288168, 14.91",
        "1825200, 21.12",
        "1826064, 21.14",
        "-43200, -0.50",
        "0, 0.00",
        "129.6, 0.00"
    })
    void seconds_are_days_with_two_decimals_and_a_tie_goes_to_the_even_digit(BigDecimal seconds, BigDecimal expected) {
        // When
        BigDecimal days = Days.ofSeconds(seconds);

        // Then
        assertThat(days).isEqualByComparingTo(expected);
    }
}
