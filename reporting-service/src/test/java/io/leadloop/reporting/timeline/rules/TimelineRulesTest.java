package io.leadloop.reporting.timeline.rules;

import static io.leadloop.reporting.SampleWorld.DANA;
import static io.leadloop.reporting.SampleWorld.accepted;
import static io.leadloop.reporting.SampleWorld.at;
import static io.leadloop.reporting.SampleWorld.attempted;
import static io.leadloop.reporting.SampleWorld.captured;
import static io.leadloop.reporting.SampleWorld.expired;
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

import io.leadloop.events.ActivityEvent.ActivityRecorded;
import io.leadloop.events.Clock;
import io.leadloop.events.ClockState;
import io.leadloop.events.LeadKeyed;
import io.leadloop.events.Qualification;
import io.leadloop.events.SlaEvent.ClockBreached;
import io.leadloop.events.SlaEvent.ClockWarned;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineRulesTest {
    private static final Clock CLOCK = new Clock(
            UUID.fromString("019cad00-0000-7000-8000-0000000000c1"),
            "acceptance",
            DANA,
            UUID.fromString("019cad00-0000-7000-8000-0000000000f1"),
            1,
            "ana",
            "sales",
            "morgan",
            ClockState.RUNNING,
            at(3),
            at(18),
            null,
            "reassign");

    static Stream<Arguments> events() {
        return Stream.of(
                arguments(captured(1), "lead.captured", "Captured", "campaign", "spring-launch"),
                arguments(updated(2, "webinar"), "lead.updated", "Came again or changed", "campaign", "webinar"),
                arguments(
                        activity("demo_request"),
                        "activity.recorded",
                        "Activity: demo request",
                        "type",
                        "demo_request"),
                arguments(scored(2, "B2", Qualification.NURTURE), "lead.scored", "Scored B2", "fit", "90"),
                arguments(qualified(2), "lead.qualified", "Qualified as MQL with A1", "grade", "A1"),
                arguments(offered(3), "handoff.offered", "Offered to ana", "acceptBy", at(18).toString()),
                arguments(accepted(4), "handoff.accepted", "Accepted by ana", "rep", "ana"),
                arguments(rejected(4), "handoff.rejected", "Rejected by ana", "reason", "NO_BUDGET"),
                arguments(expired(4), "handoff.expired", "Not answered by ana in time", "round", "1"),
                arguments(unroutable(4), "handoff.unroutable", "Nobody can take it now; it waits", "considered", "1"),
                arguments(attempted(5), "attempt.logged", "Attempt by call: no answer", "result", "no_answer"),
                arguments(won(6, "1000"), "lead.won", "Won", "amount", "1000.00"),
                arguments(lost(6), "lead.lost", "Lost", "reason", "NO_BUDGET"),
                arguments(recycled(6), "lead.recycled", "Recycled: not now", "reason", "BAD_TIMING"),
                arguments(returned(6), "lead.returned", "Returned to Marketing", "reason", "NOT_ICP"),
                arguments(
                        new ClockWarned(DANA, 1, at(15), 1, CLOCK, 0.8),
                        "clock.warned",
                        "Clock acceptance: 80 % of the time is used up",
                        "share",
                        "0.8"),
                arguments(
                        new ClockBreached(DANA, 1, at(18), 1, CLOCK, Duration.ZERO),
                        "clock.breached",
                        "Clock acceptance breached",
                        "dueAt",
                        at(18).toString()));
    }

    private static LeadKeyed activity(String type) {
        return new ActivityRecorded(DANA, 1, at(1), UUID.randomUUID(), type, false, Map.of("page", "/dana"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("events")
    void each_event_is_a_sentence_with_its_facts(LeadKeyed event, String kind, String text, String fact, String value) {
        // When
        TimelineEntry entry = TimelineRules.entry(event);

        // Then
        assertThat(entry.kind()).isEqualTo(kind);
        assertThat(entry.text()).isEqualTo(text);
        assertThat(entry.at()).isEqualTo(event.occurredAt());
        assertThat(entry.facts()).containsEntry(fact, value);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("events")
    void no_entry_names_the_person(LeadKeyed event, String kind, String text, String fact, String value) {
        // When
        TimelineEntry entry = TimelineRules.entry(event);

        // Then
        assertThat(entry.toString()).doesNotContainIgnoringCase("dana").doesNotContain("Reyes", "2125550142");
    }
}
