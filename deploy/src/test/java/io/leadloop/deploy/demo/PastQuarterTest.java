package io.leadloop.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastQuarterTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
    private static final Instant MIDNIGHT = Instant.parse("2026-04-01T00:00:00Z");

    private final List<PastLead> quarter = new PastQuarter(1, TODAY, List.of("ana", "ben")).leads(3_000);

    @Test
    void the_same_seed_and_day_make_the_same_files_so_that_the_import_skips_them() {
        List<PastLead> again = new PastQuarter(1, TODAY, List.of("ana", "ben")).leads(3_000);
        assertThat(PastFiles.leads(again)).isEqualTo(PastFiles.leads(quarter));
        assertThat(PastFiles.outcomes(again)).isEqualTo(PastFiles.outcomes(quarter));
    }

    @Test
    void everything_happened_in_the_quarter_and_in_its_order() {
        assertThat(quarter).allSatisfy(past -> {
            assertThat(past.capturedAt()).isBetween(Instant.parse("2025-12-29T00:00:00Z"), MIDNIGHT);
            assertThat(past.stageAt()).isBetween(past.capturedAt(), MIDNIGHT);
            past.outcome().ifPresent(outcome -> assertThat(outcome.occurredAt()).isBetween(past.stageAt(), MIDNIGHT));
        });
    }

    @Test
    void the_funnel_narrows_and_customers_are_left() {
        long mql = count("mql") + count("sql");
        long won = quarter.stream()
                .filter(past -> past.outcome()
                        .filter(outcome -> outcome.outcome().equals("won"))
                        .isPresent())
                .count();
        assertThat(mql).isBetween(700L, 1_500L);
        assertThat(count("sql")).isBetween(450L, mql);
        assertThat(won).isBetween(100L, count("sql") / 2);
    }

    @Test
    void only_who_was_accepted_has_an_outcome_and_only_who_was_won_an_amount() {
        assertThat(quarter)
                .allSatisfy(past -> past.outcome().ifPresent(outcome -> {
                    assertThat(past.stage()).isEqualTo("sql");
                    assertThat(outcome.amount().isPresent())
                            .isEqualTo(outcome.outcome().equals("won"));
                    assertThat(outcome.reason().isPresent())
                            .isNotEqualTo(outcome.outcome().equals("won"));
                }));
    }

    @Test
    void a_cell_with_quotes_stays_one_cell() {
        assertThat(PastFiles.leads(quarter).lines())
                .hasSize(3_001)
                .allSatisfy(line -> assertThat(line.replace("\"\"", "")
                                        .chars()
                                        .filter(c -> c == '"')
                                        .count()
                                % 2)
                        .isZero());
    }

    private long count(String stage) {
        return quarter.stream().filter(past -> past.stage().equals(stage)).count();
    }
}
