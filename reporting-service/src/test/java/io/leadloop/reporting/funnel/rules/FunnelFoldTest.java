package io.leadloop.reporting.funnel.rules;

import static io.leadloop.reporting.SampleWorld.DANA;
import static io.leadloop.reporting.SampleWorld.START;
import static io.leadloop.reporting.SampleWorld.accepted;
import static io.leadloop.reporting.SampleWorld.at;
import static io.leadloop.reporting.SampleWorld.attempted;
import static io.leadloop.reporting.SampleWorld.captured;
import static io.leadloop.reporting.SampleWorld.expired;
import static io.leadloop.reporting.SampleWorld.imported;
import static io.leadloop.reporting.SampleWorld.lost;
import static io.leadloop.reporting.SampleWorld.offered;
import static io.leadloop.reporting.SampleWorld.qualified;
import static io.leadloop.reporting.SampleWorld.recycled;
import static io.leadloop.reporting.SampleWorld.rejected;
import static io.leadloop.reporting.SampleWorld.returned;
import static io.leadloop.reporting.SampleWorld.scored;
import static io.leadloop.reporting.SampleWorld.unroutable;
import static io.leadloop.reporting.SampleWorld.updated;
import static io.leadloop.reporting.SampleWorld.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leadloop.events.LeadKeyed;
import io.leadloop.events.LifecycleStage;
import io.leadloop.events.Qualification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FunnelFoldTest {

    static Stream<Arguments> histories() {
        return Stream.of(
                history("nothing is known", LeadStage.CAPTURED, FunnelStep.CAPTURED),
                history("captured", LeadStage.CAPTURED, FunnelStep.CAPTURED, captured(1)),
                history(
                        "held",
                        LeadStage.SCORED,
                        FunnelStep.CAPTURED,
                        captured(1),
                        scored(2, "D4", Qualification.HELD)),
                history(
                        "nurture",
                        LeadStage.NURTURE,
                        FunnelStep.CAPTURED,
                        captured(1),
                        scored(2, "A4", Qualification.NURTURE)),
                history(
                        "poor fit",
                        LeadStage.DISQUALIFIED,
                        FunnelStep.CAPTURED,
                        captured(1),
                        scored(2, "D1", Qualification.DISQUALIFIED)),
                history("qualified", LeadStage.MQL, FunnelStep.MQL, captured(1), qualified(2)),
                history("the offer came before the score", LeadStage.OFFERED, FunnelStep.MQL, offered(3)),
                history("nobody can take it", LeadStage.MQL, FunnelStep.MQL, qualified(2), unroutable(3)),
                history("not answered in time", LeadStage.MQL, FunnelStep.MQL, qualified(2), expired(3)),
                history("rejected", LeadStage.RETURNED, FunnelStep.MQL, rejected(3)),
                history("returned to Marketing", LeadStage.RETURNED, FunnelStep.MQL, rejected(3), returned(3)),
                history("offered again", LeadStage.OFFERED, FunnelStep.MQL, rejected(3), returned(3), offered(4)),
                history("accepted", LeadStage.SQL, FunnelStep.SQL, qualified(2), offered(3), accepted(4)),
                history("being worked", LeadStage.WORKING, FunnelStep.SQL, accepted(4), attempted(5)),
                history("won", LeadStage.WON, FunnelStep.WON, accepted(4), won(6, "1000")),
                history("won, nothing else told", LeadStage.WON, FunnelStep.WON, won(6, "1000")),
                history("lost", LeadStage.LOST, FunnelStep.SQL, lost(6)),
                history("not now", LeadStage.RECYCLED, FunnelStep.SQL, accepted(4), recycled(6)),
                history("offered again after a pause", LeadStage.OFFERED, FunnelStep.SQL, recycled(6), offered(9)),
                history(
                        "imported as MQL",
                        LeadStage.MQL,
                        FunnelStep.MQL,
                        imported(1, "email", LifecycleStage.MQL, START)),
                history(
                        "imported as SQL without a time",
                        LeadStage.SQL,
                        FunnelStep.SQL,
                        imported(1, "email", LifecycleStage.SQL, null)),
                history(
                        "imported in a stage that we do not know",
                        LeadStage.CAPTURED,
                        FunnelStep.CAPTURED,
                        imported(1, "email", LifecycleStage.OTHER, START)),
                history(
                        "history is scored but stays the MQL that it was",
                        LeadStage.MQL,
                        FunnelStep.MQL,
                        imported(1, "email", LifecycleStage.MQL, START),
                        scored(2, "D4", Qualification.HELD)));
    }

    private static Arguments history(String name, LeadStage stage, FunnelStep reached, LeadKeyed... events) {
        return arguments(name, stage, reached, List.of(events));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("histories")
    void stage_and_step_follow_from_what_the_topics_said(
            String name, LeadStage stage, FunnelStep reached, List<LeadKeyed> events) {
        // When
        FunnelLead lead = fold(events);

        // Then
        assertThat(lead.stage()).isEqualTo(stage);
        assertThat(lead.reached()).isEqualTo(reached);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("histories")
    void an_event_that_arrives_twice_changes_nothing(
            String name, LeadStage stage, FunnelStep reached, List<LeadKeyed> events) {
        // Given
        FunnelLead once = fold(events);

        for (LeadKeyed event : events) {
            // When
            FunnelLead again = FunnelFold.fold(once, event);

            // Then
            assertThat(again).isEqualTo(once);
        }
    }

    @Test
    void topics_may_arrive_in_any_order_as_long_as_each_keeps_its_own() {
        // Given
        List<LeadKeyed> story = List.of(
                captured(1),
                scored(2, "A1", Qualification.MQL),
                qualified(3),
                offered(4),
                updated(5, "retargeting"),
                accepted(5),
                attempted(6),
                won(9, "1000"));
        FunnelLead inOrder = fold(story);
        Random random = new Random(20260302);

        for (int round = 0; round < 500; round++) {
            // When
            FunnelLead shuffled = fold(interleaved(story, random));

            // Then
            assertThat(shuffled).isEqualTo(inOrder);
        }
    }

    @Test
    void the_first_touch_keeps_the_credit() {
        // When
        FunnelLead lead = fold(List.of(captured(1), updated(2, "retargeting")));

        // Then
        Capture capture = lead.capture().orElseThrow();
        assertThat(capture.source()).contains("google");
        assertThat(capture.campaign()).contains("spring-launch");
    }

    @Test
    void an_older_state_does_not_replace_a_newer_one() {
        // Given
        FunnelLead newer = fold(List.of(attempted(5)));

        // When
        FunnelLead lead = FunnelFold.fold(newer, offered(3));

        // Then
        assertThat(lead).isEqualTo(newer);
    }

    @Test
    void the_first_qualification_counts() {
        // When
        FunnelLead lead = fold(List.of(qualified(2), qualified(7)));

        // Then
        assertThat(lead.mqlAt()).contains(at(2));
    }

    @Test
    void an_empty_source_is_no_source() {
        // When
        FunnelLead lead = fold(List.of(imported(1, " ", LifecycleStage.MQL, START)));

        // Then
        assertThat(lead.capture().orElseThrow().source()).isEmpty();
    }

    @Test
    void a_corrected_outcome_replaces_the_earlier_one() {
        // When
        FunnelLead lead = fold(List.of(won(6, "1000"), won(7, "1200.50")));

        // Then
        assertThat(lead.outcome().orElseThrow().amount().orElseThrow().amount()).isEqualByComparingTo("1200.50");
    }

    private static FunnelLead fold(List<? extends LeadKeyed> events) {
        FunnelLead lead = FunnelLead.unknown(DANA);
        for (LeadKeyed event : events) {
            lead = FunnelFold.fold(lead, event);
        }
        return lead;
    }

    /** The topics shuffled, each in its own order. */
    private static List<LeadKeyed> interleaved(List<LeadKeyed> story, Random random) {
        List<Class<?>> topics =
                new ArrayList<>(story.stream().map(FunnelFoldTest::topic).toList());
        Collections.shuffle(topics, random);
        List<LeadKeyed> left = new ArrayList<>(story);
        List<LeadKeyed> shuffled = new ArrayList<>();
        for (Class<?> topic : topics) {
            LeadKeyed next = left.stream()
                    .filter(event -> topic(event) == topic)
                    .findFirst()
                    .orElseThrow();
            left.remove(next);
            shuffled.add(next);
        }
        return shuffled;
    }

    private static Class<?> topic(LeadKeyed event) {
        return event.getClass().getInterfaces()[0];
    }
}
