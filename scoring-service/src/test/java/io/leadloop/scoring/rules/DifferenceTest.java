package io.leadloop.scoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.events.Axis;
import io.leadloop.events.Contribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void what_differs_is_told_in_the_order_of_the_later_score_and_sums_to_its_difference() {
        // Given
        List<Contribution> before = List.of(line("size", 40), line("role", 30), line("cap: fit", -10));
        List<Contribution> after = List.of(line("size", 40), line("role", 20), line("phone", 5));

        // When
        List<Difference> differences = Difference.between(before, after);

        // Then
        assertThat(differences)
                .containsExactly(
                        new Difference(Axis.FIT, "role", 30, 20),
                        new Difference(Axis.FIT, "phone", 0, 5),
                        new Difference(Axis.FIT, "cap: fit", -10, 0));
        assertThat(differences.stream()
                        .mapToInt(one -> one.after() - one.before())
                        .sum())
                .isEqualTo(65 - 60);
    }

    @Test
    void another_reason_alone_is_no_difference() {
        // Given
        Contribution one = new Contribution(Axis.INTEREST, "demo", 10, "demo on 2026-03-02");
        Contribution same = new Contribution(Axis.INTEREST, "demo", 10, "demo on 2026-03-03");

        // When / Then
        assertThat(Difference.between(List.of(one), List.of(same))).isEmpty();
    }

    private static Contribution line(String rule, int points) {
        return new Contribution(Axis.FIT, rule, points, rule);
    }
}
