package io.leadloop.reporting.report.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

    @ParameterizedTest(name = "{0} of {1} is {2} %")
    @CsvSource({
        "271, 2296, 11.80",
        "195, 1586, 12.30",
        "1, 3, 33.33",
        "2, 3, 66.67",
        "1, 800, 0.13",
        "842, 8000, 10.53",
        "3, 800, 0.38",
        "0, 5, 0.00",
        "5, 5, 100.00"
    })
    void a_share_has_two_decimals_rounded_half_up(long part, long whole, BigDecimal percent) {
        // When
        Optional<BigDecimal> share = Percent.of(part, whole);

        // Then
        assertThat(share).contains(percent);
    }

    @Test
    void of_nothing_there_is_no_share() {
        // When
        Optional<BigDecimal> share = Percent.of(0, 0);

        // Then
        assertThat(share).isEmpty();
    }
}
