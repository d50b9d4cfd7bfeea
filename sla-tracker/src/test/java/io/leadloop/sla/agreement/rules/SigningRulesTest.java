package io.leadloop.sla.agreement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.sla.agreement.rules.SigningDecision.Agreed;
import io.leadloop.sla.agreement.rules.SigningDecision.Refused;
import io.leadloop.sla.agreement.rules.SigningDecision.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String TEXT = "a".repeat(64);

    @ParameterizedTest(name = "version {0}, text {1}, by {2}, examples break: {3} → {4}")
    @CsvSource({
        "7, same,  sven, false, agreed",
        "6, same,  sven, false, NOT_THE_DRAFT",
        "8, same,  sven, false, NOT_THE_DRAFT",
        "7, other, sven, false, TEXT_CHANGED",
        "7, same,  sven, true,  EXAMPLES_BREAK",
        "7, same,  mary, false, SIGNED_FOR_THE_OTHER_SIDE",
        "7, other, mary, true,  TEXT_CHANGED",
    })
    void sales_signs_what_mary_of_marketing_has_signed(
            int version, String text, String by, boolean examplesBreak, String expected) {
        // Given
        DraftState draft = draft(examplesBreak ? List.of("Example 'x' breaks.") : List.of(), signed(Optional.empty()));
        SignatureRequest request = new SignatureRequest(
                version, text.equals("same") ? TEXT : "b".repeat(64), Party.SALES, by, Optional.empty());

        // When
        SigningDecision decision = SigningRules.decide(draft, request, NOW);

        // Then
        assertThat(outcome(decision)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "marketing for {0}, sales for {1} → {2}")
    @CsvSource({
        // minutes from now; - is: as soon as both have signed
        "-,  -,  0",
        "30, -,  30",
        "-,  30, 30",
        "30, 30, 30",
        "30, 20, ANOTHER_TIME",
        "30, -1, TIME_HAS_PASSED",
        "-5, -,  0",
        "-5, 30, 30",
        "-,  0,  0",
    })
    void both_agree_on_the_time_and_it_is_never_past(String marketing, String sales, String expected) {
        // Given
        DraftState draft = draft(List.of(), signed(time(marketing)));

        // When
        SigningDecision decision =
                SigningRules.decide(draft, new SignatureRequest(7, TEXT, Party.SALES, "sven", time(sales)), NOW);

        // Then
        assertThat(
                        decision instanceof Agreed agreed
                                ? Long.toString(Duration.between(NOW, agreed.inForceFrom())
                                        .toMinutes())
                                : outcome(decision))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "a rule ends in {0} min, marketing signed for {1}, sales for {2} → {3}")
    @CsvSource({
        // minutes from now; - is: has not signed, or names no time
        "60, -,  none, agreed",
        "60, 30, none, agreed",
        "60, 30, 30,   agreed",
        "60, 60, none, RULE_EXPIRES_BEFORE",
        "60, 90, none, RULE_EXPIRES_BEFORE",
        "60, -,  90,   RULE_EXPIRES_BEFORE",
        "-5, -,  none, RULE_EXPIRES_BEFORE",
        "-5, -,  30,   RULE_EXPIRES_BEFORE",
        "0,  -,  none, RULE_EXPIRES_BEFORE",
    })
    void no_rule_has_expired_when_it_comes_into_force(String end, String marketing, String sales, String expected) {
        // Given
        DraftState draft = new DraftState(
                7,
                TEXT,
                "mary",
                NOW.minusSeconds(600),
                List.of(),
                List.of(
                        new RuleEnd("spring offer", time(end).orElseThrow()),
                        new RuleEnd("summer", NOW.plusSeconds(999_999))),
                List.of(signed(time(marketing))));

        // When
        SigningDecision decision = SigningRules.decide(
                draft,
                new SignatureRequest(7, TEXT, Party.SALES, "sven", time(sales.equals("none") ? "-" : sales)),
                NOW);

        // Then
        assertThat(outcome(decision)).isEqualTo(expected);
    }

    @Test
    void the_first_who_signs_for_too_late_a_time_is_told_which_rule_and_what_to_do() {
        // Given
        DraftState draft = new DraftState(
                7,
                TEXT,
                "mary",
                NOW,
                List.of(),
                List.of(new RuleEnd("spring offer", NOW.plusSeconds(3_600))),
                List.of());

        // When
        SigningDecision decision =
                SigningRules.decide(draft, new SignatureRequest(7, TEXT, Party.SALES, "sven", time("90")), NOW);

        // Then
        assertThat(((Refused) decision).detail())
                .isEqualTo("The rule 'spring offer' ends at 2026-03-02T11:00:00Z, and this would be in force from"
                        + " 2026-03-02T11:30:00Z: it could never count. Sign for an earlier time, or remove the rule or give it"
                        + " a later end in the draft.");
    }

    @Test
    void the_first_signature_waits_and_the_same_side_may_sign_again() {
        // Given
        DraftSignature first = signed(Optional.empty());
        SignatureRequest again = new SignatureRequest(7, TEXT, Party.MARKETING, "mona", time("60"));

        // When / Then
        assertThat(SigningRules.decide(draft(List.of()), again, NOW)).isInstanceOf(Waiting.class);
        assertThat(SigningRules.decide(draft(List.of(), first), again, NOW))
                .isEqualTo(new Waiting(new DraftSignature(Party.MARKETING, "mona", NOW, time("60"))));
    }

    @Test
    void marketings_signature_stands_first_whoever_signed_last() {
        // Given
        DraftState draft =
                draft(List.of(), new DraftSignature(Party.SALES, "sven", NOW.minusSeconds(60), Optional.empty()));

        // When
        SigningDecision decision = SigningRules.decide(
                draft, new SignatureRequest(7, TEXT, Party.MARKETING, "mary", Optional.empty()), NOW);

        // Then
        assertThat(((Agreed) decision).signatures())
                .extracting(DraftSignature::by)
                .containsExactly("mary", "sven");
    }

    @Test
    void a_refusal_says_what_to_do() {
        // When
        SigningDecision decision = SigningRules.decide(
                draft(List.of("Example 'x' breaks: grade is B1, not A1.")),
                new SignatureRequest(7, TEXT, Party.SALES, "sven", Optional.empty()),
                NOW);

        // Then
        assertThat(((Refused) decision).detail())
                .isEqualTo("Example 'x' breaks: grade is B1, not A1. Mend the rules or the example, then sign.");
    }

    private static DraftState draft(List<String> brokenExamples, DraftSignature... signatures) {
        return new DraftState(7, TEXT, "mary", NOW.minusSeconds(600), brokenExamples, List.of(), List.of(signatures));
    }

    private static DraftSignature signed(Optional<Instant> inForceFrom) {
        return new DraftSignature(Party.MARKETING, "mary", NOW.minusSeconds(60), inForceFrom);
    }

    private static Optional<Instant> time(String minutes) {
        return minutes.equals("-") ? Optional.empty() : Optional.of(NOW.plusSeconds(60L * Long.parseLong(minutes)));
    }

    private static String outcome(SigningDecision decision) {
        return switch (decision) {
            case Waiting waiting -> "waiting";
            case Agreed agreed -> "agreed";
            case Refused refused -> refused.why().name();
        };
    }
}
