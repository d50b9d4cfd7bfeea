package io.leadloop.intake.lead.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.events.LifecycleStage;
import io.leadloop.events.Profile;
import io.leadloop.events.StageReached;
import io.leadloop.events.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JoinRulesTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    @Test
    void what_is_said_now_replaces_what_was_known_and_what_is_not_said_stays() {
        // Given a lead with company and job
        KnownLead known = known(profile("Acme", "Analyst", Map.of("seats", "10", "plan", "basic")), false);

        // When it says another job
        KnownLead joined = JoinRules.join(known, live(profile(null, "VP Operations", Map.of("seats", "40"))));

        // Then
        assertThat(joined.profile().company()).isEqualTo("Acme");
        assertThat(joined.profile().jobTitle()).isEqualTo("VP Operations");
        assertThat(joined.profile().attributes()).isEqualTo(Map.of("seats", "40", "plan", "basic"));
    }

    @Test
    void imported_history_only_fills_gaps() {
        // Given a lead with a job and no company
        KnownLead known = known(profile(null, "VP Operations", Map.of()), false);

        // When history says both
        KnownLead joined = JoinRules.join(known, historical(profile("Acme", "Analyst", Map.of())));

        // Then
        assertThat(joined.profile().company()).isEqualTo("Acme");
        assertThat(joined.profile().jobTitle()).isEqualTo("VP Operations");
        assertThat(joined.historical()).isFalse();
    }

    @Test
    void a_live_submission_of_a_historical_lead_makes_it_live() {
        assertThat(JoinRules.join(known(profile("Acme", null, Map.of()), true), live(profile(null, null, Map.of())))
                        .historical())
                .isFalse();
        assertThat(JoinRules.join(
                                known(profile("Acme", null, Map.of()), true), historical(profile(null, null, Map.of())))
                        .historical())
                .isTrue();
    }

    @Test
    void touches_are_in_the_order_of_their_times_and_the_lead_was_captured_at_the_earliest() {
        // Given a lead captured on Tuesday
        KnownLead known = new KnownLead(
                Optional.of("dana@acme.example"),
                Optional.empty(),
                TUESDAY,
                false,
                profile(null, null, Map.of()),
                List.of(touch("google", TUESDAY)),
                List.of());

        // When a touch of Monday joins
        KnownLead joined = JoinRules.join(known, live(profile(null, null, Map.of())));

        // Then
        assertThat(joined.touches()).extracting(Touch::source).containsExactly("newsletter", "google");
        assertThat(joined.capturedAt()).isEqualTo(MONDAY);
    }

    @Test
    void of_very_many_touches_the_first_and_the_latest_stay() {
        // Given as many touches as are kept
        List<Touch> touches = IntStream.range(0, JoinRules.MAX_TOUCHES)
                .mapToObj(i -> touch("touch-" + i, TUESDAY.plusSeconds(i)))
                .toList();
        KnownLead known = new KnownLead(
                Optional.of("dana@acme.example"),
                Optional.empty(),
                MONDAY,
                false,
                profile(null, null, Map.of()),
                touches,
                List.of());

        // When an earlier one joins
        List<Touch> joined =
                JoinRules.join(known, live(profile(null, null, Map.of()))).touches();

        // Then it is the first, and the second-oldest went
        assertThat(joined).hasSize(JoinRules.MAX_TOUCHES);
        assertThat(joined.getFirst().source()).isEqualTo("newsletter");
        assertThat(joined.get(1).source()).isEqualTo("touch-1");
        assertThat(joined.getLast().source()).isEqualTo("touch-" + (JoinRules.MAX_TOUCHES - 1));
    }

    @Test
    void an_identity_fills_a_gap_and_never_replaces_one() {
        // Given a lead with an e-mail
        KnownLead known = known(profile(null, null, Map.of()), false);

        // When another e-mail and an external id come
        Submission further = new Submission(
                UUID.randomUUID(),
                Optional.of("other@acme.example"),
                Optional.of("crm-7"),
                MONDAY,
                false,
                profile(null, null, Map.of()),
                List.of(),
                List.of(),
                List.of());
        KnownLead joined = JoinRules.join(known, further);

        // Then
        assertThat(joined.email()).contains("dana@acme.example");
        assertThat(joined.profile().email()).isEqualTo("dana@acme.example");
        assertThat(joined.externalId()).contains("crm-7");
    }

    @Test
    void stages_of_history_are_added_once() {
        // Given a lead that was an MQL on Monday
        StageReached mql = new StageReached(LifecycleStage.MQL, MONDAY);
        KnownLead once = JoinRules.join(known(profile(null, null, Map.of()), true), withStage(mql));

        // When the same is said again
        KnownLead twice = JoinRules.join(once, withStage(mql));

        // Then
        assertThat(twice.stages()).containsExactly(mql);
    }

    private static KnownLead known(Profile profile, boolean historical) {
        return new KnownLead(
                Optional.of("dana@acme.example"), Optional.empty(), MONDAY, historical, profile, List.of(), List.of());
    }

    private static Submission live(Profile profile) {
        return submission(profile, false, List.of());
    }

    private static Submission historical(Profile profile) {
        return submission(profile, true, List.of());
    }

    private static Submission withStage(StageReached stage) {
        return submission(profile(null, null, Map.of()), true, List.of(stage));
    }

    private static Submission submission(Profile profile, boolean historical, List<StageReached> stages) {
        return new Submission(
                UUID.randomUUID(),
                Optional.of("dana@acme.example"),
                Optional.empty(),
                MONDAY,
                historical,
                profile,
                List.of(touch("newsletter", MONDAY)),
                stages,
                List.of());
    }

    private static Touch touch(String source, Instant at) {
        return new Touch(source, null, null, null, null, null, null, Map.of(), at);
    }

    private static Profile profile(String company, String jobTitle, Map<String, String> attributes) {
        return new Profile(
                "dana@acme.example",
                null,
                null,
                null,
                company,
                jobTitle,
                null,
                null,
                null,
                null,
                null,
                attributes,
                null);
    }
}
