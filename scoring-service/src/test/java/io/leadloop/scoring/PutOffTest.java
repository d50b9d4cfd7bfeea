package io.leadloop.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadloop.events.EventJson;
import io.leadloop.events.Score;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PutOffTest {

    @ParameterizedTest(name = "failure {0}: {1} minutes")
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "8, 60", "1000, 60"})
    void a_lead_that_fails_again_is_put_off_for_longer_up_to_an_hour(int failures, long minutes) {
        assertThat(PutOffStore.pauseAfter(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void what_lies_in_a_lead_is_told_apart_from_the_surroundings_and_never_quoted() {
        // Given
        ScoreRow row = new ScoreRow();
        row.leadId = new UUID(0, 7);

        // When
        LeadsFailed failed = catchThrowableOfType(
                LeadsFailed.class,
                () -> run(row, Uni.createFrom().item(() -> EventJson.read("{\"fit\": \"dana@acme\"}", Score.class))));
        UncheckedIOException lost = catchThrowableOfType(
                UncheckedIOException.class,
                () -> run(row, Uni.createFrom().failure(new UncheckedIOException(new IOException("reset")))));

        // Then
        assertThat(failed.leadIds()).containsExactly(row.leadId);
        assertThat(failed.why())
                .startsWith("UncheckedIOException, caused by InvalidFormatException at io.leadloop.")
                .doesNotContain("dana");
        assertThat(lost).hasMessageContaining("reset");
    }

    private static void run(ScoreRow row, Uni<?> work) {
        var done = LeadsFailed.named(List.of(row), work).await().indefinitely();
        assertThat(done).as("it fails").isNull();
    }
}
