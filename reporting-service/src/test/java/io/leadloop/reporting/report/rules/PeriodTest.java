package io.leadloop.reporting.report.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource({
        "2026-03-02, UTC, 2026-03-02T00:00:00Z",
        "2026-03-02, America/New_York, 2026-03-02T05:00:00Z",
        // The day on which New York moves its clocks begins an hour "later" than the next one.
        "2026-03-08, America/New_York, 2026-03-08T05:00:00Z",
        "2026-03-09, America/New_York, 2026-03-09T04:00:00Z",
        "2026-03-02T10:00:00Z, America/New_York, 2026-03-02T10:00:00Z",
        "2026-03-02T10:00:00+05:30, UTC, 2026-03-02T04:30:00Z"
    })
    void a_date_is_the_start_of_the_day_in_the_agreements_zone(String text, ZoneId zone, Instant expected) {
        // When
        Optional<Instant> instant = Period.instant(text, zone);

        // Then
        assertThat(instant).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-13-01",
                "02.03.2026",
                "2026-03-02T10:00:00",
                "+1000000-01-01",
                "-2026-01-01",
                ""
            })
    void what_is_neither_date_nor_time_is_nothing(String text) {
        // When
        Optional<Instant> instant = Period.instant(text, ZoneId.of("UTC"));

        // Then
        assertThat(instant).isEmpty();
    }

    @Test
    void a_period_does_not_end_before_it_starts() {
        // Given
        Instant early = Instant.parse("2026-03-01T00:00:00Z");
        Instant late = Instant.parse("2026-03-02T00:00:00Z");

        // When, Then
        assertThat(new Period(Optional.of(late), Optional.of(early)).isBackwards())
                .isTrue();
        assertThat(new Period(Optional.of(early), Optional.of(early)).isBackwards())
                .isFalse();
        assertThat(Period.ALL_TIME.isBackwards()).isFalse();
    }
}
