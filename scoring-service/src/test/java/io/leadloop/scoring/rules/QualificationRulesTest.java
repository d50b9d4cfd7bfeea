package io.leadloop.scoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.Grade;
import io.leadloop.agreement.rules.Assessment;
import io.leadloop.events.OnDrop;
import io.leadloop.events.Qualification;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualificationRulesTest {

    @ParameterizedTest(name = "told {0}, with Sales {1}, closed {2}; now {3}, live {4}: {5}")
    @CsvSource({
        // told last,  qualified, closed, now,         live,  what is told
        "HELD,         false, false, HELD,         true,  score",
        "HELD,         false, false, MQL,          true,  score and qualification",
        "HELD,         false, false, NURTURE,      true,  score and qualification",
        "HELD,         false, false, DISQUALIFIED, true,  score and qualification",
        "NURTURE,      false, false, MQL,          true,  score and qualification",
        "DISQUALIFIED, false, false, MQL,          true,  score and qualification",
        "NURTURE,      false, false, HELD,         true,  score and qualification",
        "NURTURE,      false, false, NURTURE,      true,  score",
        // history wakes nobody
        "HELD,         false, false, MQL,          false, score",
        "HELD,         false, false, DISQUALIFIED, false, score",
        // with Sales: what drops below the line is not taken away, what comes back does not qualify twice
        "MQL,          true,  false, NURTURE,      true,  score and KEEP",
        "MQL,          true,  false, DISQUALIFIED, true,  score and KEEP",
        "MQL,          true,  false, MQL,          true,  score",
        // recycled: Marketing has it back, and it qualifies again when it rises again
        "MQL,          false, false, MQL,          true,  score",
        "MQL,          false, false, NURTURE,      true,  score and qualification",
        // closed
        "MQL,          true,  true,  NURTURE,      true,  nothing",
        "HELD,         false, true,  MQL,          true,  nothing",
    })
    void what_is_told_when_the_score_is_another_one(
            Qualification told, boolean qualified, boolean closed, Qualification now, boolean live, String expected) {
        // Given
        Standing before = new Standing(Optional.of(assessment(1, told)), told, qualified, closed);
        // When
        ScoringDecision decision = QualificationRules.decide(before, assessment(2, now), live, OnDrop.KEEP);
        // Then
        assertThat(inWords(decision)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "now {0}, live {1}: {2}")
    @CsvSource({
        "NURTURE,      true,  score and qualification and WITHDRAW",
        "HELD,         true,  score and qualification and WITHDRAW",
        "MQL,          true,  score",
        // history is told and nobody acts on it
        "NURTURE,      false, score and WITHDRAW",
    })
    void a_lead_that_drops_is_given_back_where_the_agreement_wants_it(
            Qualification now, boolean live, String expected) {
        // Given
        Standing withSales =
                new Standing(Optional.of(assessment(1, Qualification.MQL)), Qualification.MQL, true, false);
        // When
        ScoringDecision decision = QualificationRules.decide(withSales, assessment(2, now), live, OnDrop.WITHDRAW);
        // Then
        assertThat(inWords(decision)).isEqualTo(expected);
    }

    @Test
    void the_same_score_again_is_not_told_again() {
        // Given
        Standing before =
                new Standing(Optional.of(assessment(1, Qualification.NURTURE)), Qualification.NURTURE, false, false);
        // When
        ScoringDecision decision =
                QualificationRules.decide(before, assessment(1, Qualification.NURTURE), true, OnDrop.KEEP);
        // Then
        assertThat(decision).isEqualTo(new ScoringDecision.Kept());
    }

    @Test
    void history_that_scored_high_qualifies_once_something_live_happens() {
        // Given
        Standing before = new Standing(Optional.of(assessment(1, Qualification.MQL)), Qualification.HELD, false, false);
        // When
        ScoringDecision decision =
                QualificationRules.decide(before, assessment(1, Qualification.MQL), true, OnDrop.KEEP);
        // Then
        assertThat(inWords(decision)).isEqualTo("qualification");
    }

    @Test
    void a_new_lead_gets_its_first_score_even_when_its_outcome_arrived_before_it() {
        // Given
        Standing closed = new Standing(Optional.empty(), Qualification.HELD, false, true);
        // When
        ScoringDecision decision =
                QualificationRules.decide(closed, assessment(1, Qualification.MQL), true, OnDrop.KEEP);
        ScoringDecision open =
                QualificationRules.decide(Standing.NEW, assessment(1, Qualification.HELD), true, OnDrop.KEEP);
        // Then
        assertThat(inWords(decision)).isEqualTo("score");
        assertThat(inWords(open)).isEqualTo("score");
    }

    private static Assessment assessment(int fit, Qualification qualification) {
        return new Assessment(fit, 0, Grade.of("D4"), Optional.empty(), List.of(), qualification);
    }

    private static String inWords(ScoringDecision decision) {
        return switch (decision) {
            case ScoringDecision.Kept kept -> "nothing";
            case ScoringDecision.Rescored(Assessment now, Optional<OnDrop> onDrop) ->
                "score" + onDrop.map(what -> " and " + what).orElse("");
            case ScoringDecision.Reclassified(Assessment now, boolean rescored, Optional<OnDrop> onDrop) ->
                (rescored ? "score and qualification" : "qualification")
                        + onDrop.map(what -> " and " + what).orElse("");
        };
    }
}
