package io.leadloop.agreement.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {

    @ParameterizedTest(name = "{0}: {1} is off: {2}")
    @CsvSource({
        "US, 2026-07-03, true",
        "US, 2026-07-04, true",
        "US, 2027-12-31, true",
        "US, 2026-10-12, false",
        "US-NY, 2026-10-12, true",
        "US-NY, 2026-02-12, false",
        "DE, 2026-10-03, true",
        "DE, 2026-01-06, false",
        "DE-BY, 2026-01-06, true",
        "GB-ENG, 2026-12-28, true",
        "CH, 2026-01-02, false"
    })
    void a_day_is_off_where_it_is_a_public_holiday(String place, LocalDate date, boolean off) {
        // When / Then
        assertThat(PublicHolidays.of(place).orElseThrow().contains(date)).isEqualTo(off);
    }

    @Test
    void a_place_that_is_not_known_has_none() {
        // When / Then
        assertThat(PublicHolidays.of("XX")).isEmpty();
        assertThat(PublicHolidays.of("DE-XX")).isEmpty();
        assertThat(PublicHolidays.of("DE-BY-XX")).isEmpty();
        assertThat(PublicHolidays.of("")).isEmpty();
    }

    @Test
    void a_thread_of_another_class_loader_finds_them_too() throws Exception {
        // Given
        Thread stranger = new Thread(
                () -> assertThat(PublicHolidays.of("FR").orElseThrow().contains(LocalDate.of(2026, 7, 14)))
                        .isTrue());
        stranger.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        Throwable[] failed = new Throwable[1];
        stranger.setUncaughtExceptionHandler((thread, failure) -> failed[0] = failure);

        // When
        stranger.start();
        stranger.join();

        // Then
        assertThat(failed[0]).isNull();
    }
}
