package io.leadloop.events;

import static io.leadloop.events.EventType.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The samples tell one story, so that who reads two of them sees how they belong together: Dana Reyes of Acme Industries
 * asks for a demo, Ana lets the offer expire, Ben accepts, calls and wins. What cannot happen in the same story takes the
 * place of a part of it.
 */
class SampleStoryTest {

    private static final List<EventType> STORY = List.of(
            AGREEMENT_SIGNED,
            LEAD_CAPTURED,
            LEAD_SCORED,
            LEAD_NURTURED,
            LEAD_UPDATED,
            ACTIVITY_RECORDED,
            LEAD_QUALIFIED,
            HANDOFF_OFFERED,
            CLOCK_STARTED,
            CLOCK_WARNED,
            CLOCK_BREACHED,
            HANDOFF_EXPIRED,
            HANDOFF_UNROUTABLE,
            HANDOFF_ACCEPTED,
            CLOCK_MET,
            ATTEMPT_LOGGED,
            HANDOFF_PAUSED,
            CLOCK_MOVED,
            HANDOFF_RESUMED,
            NEXT_STEP_SET,
            RECORD_DEAD_LETTERED,
            QUOTA_PACED,
            QUOTA_WARNED,
            HANDOFF_CLOSED,
            LEAD_WON,
            QUOTA_MISSED);

    /** Each with the part of the story that it follows. */
    private static final Map<EventType, EventType> OTHER_TURNS = Map.of(
            LEAD_DISQUALIFIED, LEAD_SCORED,
            CLOCK_CORRECTED, CLOCK_BREACHED,
            CLOCK_CANCELLED, CLOCK_BREACHED,
            CLOCK_ESCALATED, CLOCK_BREACHED,
            HANDOFF_WITHDRAWN, ATTEMPT_LOGGED,
            HANDOFF_REJECTED, HANDOFF_UNROUTABLE,
            LEAD_RETURNED, HANDOFF_UNROUTABLE,
            LEAD_LOST, ATTEMPT_LOGGED,
            LEAD_RECYCLED, ATTEMPT_LOGGED);

    @Test
    void every_sample_has_its_place() {
        List<EventType> told = new ArrayList<>(STORY);
        told.addAll(OTHER_TURNS.keySet());

        assertThat(told).containsExactlyInAnyOrder(EventType.values());
    }

    @Test
    void the_story_goes_forward_in_time() {
        List<Instant> times = STORY.stream()
                .map(type -> Published.sampleEvent(type).occurredAt())
                .toList();

        assertThat(times).isSorted();
        OTHER_TURNS.forEach(
                (turn, after) -> assertThat(Published.sampleEvent(turn).occurredAt())
                        .as(turn.wireName())
                        .isAfterOrEqualTo(Published.sampleEvent(after).occurredAt()));
    }

    @Test
    void the_version_rises_on_each_topic() {
        Map<String, Long> latest = new HashMap<>();
        for (EventType type : STORY) {
            if (Published.sampleEvent(type) instanceof LeadKeyed event) {
                Long before = latest.put(type.topic().orElseThrow(), event.leadVersion());
                assertThat(event.leadVersion()).as(type.wireName()).isGreaterThan(before == null ? 0 : before);
            }
        }
        assertThat(latest).hasSize(6);
    }

    @Test
    void all_samples_speak_of_one_lead() {
        Set<UUID> leads = Arrays.stream(EventType.values())
                .map(Published::sampleEvent)
                .filter(LeadKeyed.class::isInstance)
                .map(event -> ((LeadKeyed) event).leadId())
                .collect(Collectors.toSet());

        assertThat(leads).hasSize(1);
    }

    @Test
    void an_offer_has_one_id_and_one_rep() {
        Map<UUID, Set<String>> repsByHandoff = Arrays.stream(EventType.values())
                .map(Published::sampleEvent)
                .filter(ClosedLoopEvent.class::isInstance)
                .map(ClosedLoopEvent.class::cast)
                .collect(Collectors.groupingBy(
                        ClosedLoopEvent::handoffId, Collectors.mapping(ClosedLoopEvent::repId, Collectors.toSet())));
        var accepted = (HandoffEvent.HandoffAccepted) Published.sampleEvent(HANDOFF_ACCEPTED);

        assertThat(repsByHandoff)
                .isEqualTo(Map.of(
                        accepted.handoff().handoffId(),
                        Set.of(accepted.handoff().repId())));
    }

    @Test
    void the_points_of_a_score_sum_to_it() {
        List<Score> scores = Arrays.stream(EventType.values())
                .map(Published::sampleEvent)
                .filter(ScoreEvent.class::isInstance)
                .map(event -> ((ScoreEvent) event).brief().score())
                .toList();

        assertThat(scores).isNotEmpty().allSatisfy(score -> {
            assertThat(points(score, Axis.FIT)).isEqualTo(score.fit());
            assertThat(points(score, Axis.INTEREST)).isEqualTo(score.interest());
        });
    }

    private static int points(Score score, Axis axis) {
        return score.contributions().stream()
                .filter(line -> line.axis() == axis)
                .mapToInt(Contribution::points)
                .sum();
    }
}
