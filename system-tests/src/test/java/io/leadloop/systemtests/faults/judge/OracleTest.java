package io.leadloop.systemtests.faults.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.systemtests.world.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An honest run finds the oracle content; each forgery of it finds it complaining, by name. */
class OracleTest {
    private static final String LEAD = "11111111-1111-7111-8111-111111111111";
    private static final String POST = "22222222-2222-4222-8222-222222222222";
    private static final String AGAIN = "33333333-3333-4333-8333-333333333333";
    private static final String PROFILE = "{\"email\":\"dana@example.com\",\"message\":\"A demo, please\"}";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<Told> HONEST = List.of(
            lead("event-1", "lead.captured", 1, POST),
            lead("event-2", "lead.updated", 2, POST, AGAIN),
            told(
                    "leadloop.activities",
                    "event-3",
                    "activity.recorded",
                    "\"leadVersion\":1,\"activityId\":\"activity-1\""),
            told("leadloop.scores", "event-4", "lead.scored", "\"leadVersion\":1"),
            told("leadloop.scores", "event-5", "lead.qualified", "\"leadVersion\":2"),
            handoff("event-6", "handoff.offered", 1, "first", "offered"),
            handoff("event-7", "handoff.expired", 2, "first", "expired"),
            handoff("event-8", "handoff.offered", 3, "second", "offered"),
            handoff("event-9", "handoff.accepted", 4, "second", "accepted"),
            clock("event-10", "clock.started", 1, "clock-1"),
            clock("event-11", "clock.breached", 2, "clock-1"),
            clock("event-12", "clock.started", 3, "clock-2"),
            clock("event-13", "clock.met", 4, "clock-2"));

    @Test
    void an_honest_run_is_blameless_with_repeats_too() {
        // Given a relay that began again from its third record
        List<Told> repeated = new ArrayList<>(HONEST);
        repeated.addAll(HONEST.subList(2, HONEST.size()));

        // Then
        assertThat(judge(HONEST)).isEmpty();
        assertThat(judge(repeated)).isEmpty();
    }

    @Test
    void a_lost_lead_is_noticed() {
        assertThat(judge(without(event -> event.topic().equals("leadloop.leads"))))
                .anySatisfy(complaint -> assertThat(complaint).contains("lost: lead " + LEAD));
    }

    @Test
    void a_lost_post_of_a_known_person_is_noticed() {
        assertThat(judge(without("event-2")))
                .anySatisfy(complaint -> assertThat(complaint).contains(AGAIN).contains("counts 0 times"));
    }

    @Test
    void a_post_that_counts_twice_is_noticed() {
        assertThat(judge(instead("event-2", event -> lead("event-2", "lead.updated", 2, POST, AGAIN, AGAIN))))
                .anySatisfy(complaint -> assertThat(complaint).contains(AGAIN).contains("counts 2 times"));
    }

    @Test
    void changed_words_are_noticed() {
        assertThat(judge(instead(
                        "event-1",
                        event -> told(
                                "leadloop.leads",
                                "event-1",
                                "lead.captured",
                                "\"leadVersion\":1,\"lead\":{\"profile\":{\"email\":\"other@example.com\"},\"touches\":[{\"content\":\""
                                        + POST + "\"}]}"))))
                .anySatisfy(complaint -> assertThat(complaint).contains("changed: post " + POST));
    }

    @Test
    void an_unknown_outcome_may_be_there_once_or_not_at_all_but_not_twice() {
        // Given a post of unknown outcome
        Entry unknown = new Entry(Entry.Kind.LEAD, "unknown-post", "", "", NOON);
        Told once = leadOf("another-lead", "event-20", "unknown-post");
        Told twice = leadOf("third-lead", "event-21", "unknown-post");

        // Then
        assertThat(Oracle.judge(new Evidence(acknowledged(), List.of(unknown), HONEST)))
                .isEmpty();
        assertThat(Oracle.judge(new Evidence(acknowledged(), List.of(unknown), with(once))))
                .isEmpty();
        assertThat(Oracle.judge(new Evidence(acknowledged(), List.of(unknown), with(once, twice))))
                .singleElement()
                .satisfies(complaint -> assertThat(complaint).contains("doubled: post unknown-post"));
    }

    @Test
    void a_second_captured_event_is_noticed() {
        assertThat(judge(with(lead("event-99", "lead.captured", 3, POST, AGAIN))))
                .anySatisfy(complaint -> assertThat(complaint).contains("was captured as"));
    }

    @Test
    void a_lost_activity_and_a_doubled_one_are_noticed() {
        assertThat(judge(without("event-3")))
                .anySatisfy(complaint -> assertThat(complaint).contains("lost: activity activity-1"));
        assertThat(judge(with(told(
                        "leadloop.activities",
                        "event-99",
                        "activity.recorded",
                        "\"leadVersion\":2,\"activityId\":\"activity-1\""))))
                .anySatisfy(complaint -> assertThat(complaint).contains("doubled: activity activity-1"));
    }

    @Test
    void a_repeat_with_another_content_is_noticed() {
        assertThat(judge(with(told("leadloop.scores", "event-4", "lead.scored", "\"leadVersion\":7"))))
                .anySatisfy(complaint -> assertThat(complaint).contains("changed: event event-4"));
    }

    @Test
    void a_gap_and_a_swap_in_the_versions_are_noticed() {
        // Given a topic whose first two events have changed places
        List<Told> swapped = new ArrayList<>(HONEST);
        swapped.set(3, HONEST.get(4));
        swapped.set(4, HONEST.get(3));

        // Then
        assertThat(judge(swapped)).anySatisfy(complaint -> assertThat(complaint).contains("order: lead"));
        assertThat(judge(without("event-10")))
                .anySatisfy(complaint -> assertThat(complaint).contains("order: lead"));
    }

    @Test
    void a_qualified_lead_that_nobody_was_offered_is_noticed() {
        assertThat(judge(without(event -> event.type().startsWith("handoff."))))
                .anySatisfy(complaint -> assertThat(complaint).contains("was never offered"));
    }

    @Test
    void an_accept_that_was_forgotten_and_one_told_twice_are_noticed() {
        assertThat(judge(without("event-9")))
                .anySatisfy(complaint -> assertThat(complaint).contains("lost: hand-off second"));
        assertThat(judge(with(handoff("event-99", "handoff.accepted", 5, "second", "accepted"))))
                .anySatisfy(complaint -> assertThat(complaint).contains("doubled: hand-off second"));
    }

    @Test
    void a_lead_with_two_reps_is_noticed() {
        assertThat(judge(with(handoff("event-99", "handoff.offered", 5, "third", "offered"))))
                .anySatisfy(complaint -> assertThat(complaint).contains("with two reps at once"));
    }

    @Test
    void an_offer_that_expires_early_is_noticed() {
        assertThat(judge(instead("event-7", event -> early(event))))
                .anySatisfy(complaint -> assertThat(complaint).contains("early: hand-off first"));
    }

    @Test
    void an_early_clock_is_noticed() {
        assertThat(judge(instead("event-11", event -> early(event))))
                .anySatisfy(complaint -> assertThat(complaint).contains("early: clock clock-1"));
    }

    @Test
    void a_clock_that_never_ends_and_one_that_ends_twice_are_noticed() {
        assertThat(judge(without("event-13")))
                .anySatisfy(complaint -> assertThat(complaint).contains("clock-2 ended 0 times"));
        assertThat(judge(with(clock("event-99", "clock.breached", 5, "clock-2"))))
                .anySatisfy(complaint -> assertThat(complaint).contains("clock-2 ended 2 times"));
    }

    @Test
    void an_entry_is_read_as_it_was_written() {
        Entry entry = acknowledged().getFirst();
        assertThat(Entry.read(entry.line())).isEqualTo(entry);
    }

    private static List<String> judge(List<Told> told) {
        return Oracle.judge(new Evidence(acknowledged(), List.of(), told));
    }

    private static List<Entry> acknowledged() {
        String hash = Content.hash(Json.read(PROFILE));
        return List.of(
                new Entry(Entry.Kind.LEAD, POST, LEAD, hash, NOON),
                new Entry(Entry.Kind.LEAD, AGAIN, LEAD, hash, NOON),
                new Entry(Entry.Kind.ACTIVITY, "activity-1", LEAD, "", NOON),
                new Entry(Entry.Kind.ACCEPT, "second", "", "", NOON));
    }

    private static List<Told> without(String eventId) {
        return without(event -> event.eventId().equals(eventId));
    }

    private static List<Told> without(Predicate<Told> dropped) {
        return HONEST.stream().filter(dropped.negate()).toList();
    }

    private static List<Told> with(Told... more) {
        return Stream.concat(HONEST.stream(), Stream.of(more)).toList();
    }

    private static List<Told> instead(String eventId, UnaryOperator<Told> forgery) {
        return HONEST.stream()
                .map(event -> event.eventId().equals(eventId) ? forgery.apply(event) : event)
                .toList();
    }

    private static Told early(Told event) {
        return new Told(
                event.topic(),
                event.key(),
                event.eventId(),
                event.type(),
                NOON.minusSeconds(1),
                event.fingerprint(),
                event.value());
    }

    private static Told lead(String eventId, String type, int version, String... posts) {
        List<String> touches =
                Stream.of(posts).map(post -> "{\"content\":\"" + post + "\"}").toList();
        return told(
                "leadloop.leads",
                eventId,
                type,
                "\"leadVersion\":" + version + ",\"lead\":{\"profile\":" + PROFILE + ",\"touches\":" + touches + "}");
    }

    private static Told leadOf(String key, String eventId, String post) {
        Told event = lead(eventId, "lead.captured", 1, post);
        return new Told(
                event.topic(), key, eventId, event.type(), event.recordedAt(), event.fingerprint(), event.value());
    }

    private static Told handoff(String eventId, String type, int version, String handoffId, String state) {
        return told(
                "leadloop.handoffs",
                eventId,
                type,
                "\"leadVersion\":%d,\"handoff\":{\"handoffId\":\"%s\",\"state\":\"%s\",\"acceptBy\":\"%s\"}"
                        .formatted(version, handoffId, state, NOON));
    }

    private static Told clock(String eventId, String type, int version, String clockId) {
        return told(
                "leadloop.sla",
                eventId,
                type,
                "\"leadVersion\":%d,\"clock\":{\"clockId\":\"%s\",\"dueAt\":\"%s\",\"endedAt\":\"%s\"}"
                        .formatted(version, clockId, NOON, NOON));
    }

    private static Told told(String topic, String eventId, String type, String fields) {
        String value = "{" + fields + "}";
        return new Told(topic, LEAD, eventId, type, NOON, value.hashCode(), Json.read(value));
    }
}
