package io.leadloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.events.OnDrop;
import io.leadloop.events.Qualification;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradesTest {

    private static final Scorecard.AxisRules NO_RULES = new Scorecard.AxisRules(100, List.of());
    private static final Scorecard SCORECARD =
            new Scorecard(NO_RULES, NO_RULES, Map.of("A", 70, "B", 50, "C", 25), Map.of("1", 70, "2", 40, "3", 15));
    private static final QualificationMatrix MATRIX = new QualificationMatrix(
            grades("A1", "A2", "B1"), grades("A3", "A4", "B2", "B3"), grades("D1", "D2", "D3", "D4"), OnDrop.KEEP);

    @ParameterizedTest(name = "fit {0}, interest {1} → {2}")
    @CsvSource({
        "100, 100, A1",
        "70, 70, A1",
        "69, 70, B1",
        "50, 69, B2",
        "49, 40, C2",
        "25, 39, C3",
        "24, 15, D3",
        "0, 14, D4",
        "0, 0, D4",
        "100, 0, A4",
        "0, 100, D1"
    })
    void a_threshold_belongs_to_the_better_grade(int fit, int interest, String grade) {
        // When / Then
        assertThat(SCORECARD.grade(fit, interest)).hasToString(grade);
    }

    @Property
    void more_points_never_make_a_worse_grade(
            @ForAll @IntRange(max = 100) int fit,
            @ForAll @IntRange(max = 100) int betterFit,
            @ForAll @IntRange(max = 100) int interest,
            @ForAll @IntRange(max = 100) int hotterInterest) {
        // Given
        Assume.that(fit <= betterFit && interest <= hotterInterest);

        // When
        Grade low = SCORECARD.grade(fit, interest);
        Grade high = SCORECARD.grade(betterFit, hotterInterest);

        // Then
        assertThat(high.letter()).isLessThanOrEqualTo(low.letter());
        assertThat(high.number()).isLessThanOrEqualTo(low.number());
    }

    @ParameterizedTest(name = "{0}, profile known {1} → {2}")
    @CsvSource({
        "A1, true, MQL",
        "B1, true, MQL",
        "A4, true, NURTURE",
        "B3, true, NURTURE",
        "B4, true, HELD",
        "C1, true, HELD",
        "D1, true, DISQUALIFIED",
        "D4, true, DISQUALIFIED",
        "D1, false, HELD",
        "D4, false, HELD"
    })
    void a_grade_means_what_its_list_says_and_the_unknown_are_held(
            String grade, boolean profileKnown, Qualification decision) {
        // When / Then
        assertThat(MATRIX.decide(Grade.of(grade), profileKnown)).isEqualTo(decision);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "A5", "E1", "a1", "A10"})
    void what_is_no_grade_is_refused(String text) {
        // When / Then
        assertThatThrownBy(() -> Grade.of(text)).hasMessage("A grade is one of A1 to D4, not " + text);
    }

    private static Set<Grade> grades(String... texts) {
        Set<Grade> grades = new HashSet<>();
        for (String text : texts) {
            grades.add(Grade.of(text));
        }
        return grades;
    }
}
