package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.systemtests.world.Api.Answer;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.SampleWorld;
import io.leadloop.systemtests.world.Topics.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The promises that follow an offer, told from outside. On a system of its own, since it signs another agreement. */
@Tag("own-installation")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClockIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static SampleWorld world;

    @BeforeAll
    static void start() {
        world = SampleWorld.apart("installation-clocks", Settings.withFreePorts());
    }

    @AfterAll
    static void stop() {
        world.installation().down();
    }

    @Test
    @Order(1)
    void work_on_a_lead_is_owed_from_accepting_waits_while_paused_and_is_kept_by_reaching_the_lead() {
        // Given an accepted lead, of which an attempt is owed
        String leadId = lead();
        JsonNode handoff = accepted(leadId);
        Instant due = Eventually.get(SOON, () -> {
            assertThat(clock(leadId, "attempts").path("state").asText()).isEqualTo("running");
            assertThat(clock(leadId, "first-attempt").path("state").asText()).isEqualTo("running");
            return Instant.parse(clock(leadId, "first-attempt").get("dueAt").asText());
        });
        assertThat(due)
                .isEqualTo(Instant.parse(handoff.get("answeredAt").asText()).plus(Duration.ofHours(1)));

        // When the rep pauses, and resumes some seconds later
        assertThat(work(handoff, "pause", "{\"reason\":\"travels\"}").status()).isEqualTo(200);
        Eventually.within(
                SOON,
                () -> assertThat(clock(leadId, "first-attempt").get("state").asText())
                        .isEqualTo("paused"));
        assertThat(clock(leadId, "attempts").get("state").asText()).isEqualTo("paused");
        Answer resumed = work(handoff, "resume", "{}");
        assertThat(resumed.status()).as(resumed.body()).isEqualTo(200);

        // Then each is due so much later, and it was said why
        JsonNode pause = resumed.json().at("/pauses/0");
        Duration paused = Duration.between(
                Instant.parse(pause.get("from").asText()),
                Instant.parse(pause.get("until").asText()));
        Eventually.within(SOON, () -> {
            JsonNode clock = clock(leadId, "first-attempt");
            assertThat(clock.get("state").asText()).isEqualTo("running");
            assertThat(Instant.parse(clock.get("dueAt").asText())).isEqualTo(due.plus(paused));
        });
        assertThat(said(leadId, "clock.moved", "first-attempt"))
                .extracting(event -> event.get("reason").asText())
                .containsExactly("paused", "resumed");

        // When the lead is reached
        assertThat(work(handoff, "attempts", "{\"channel\":\"call\",\"result\":\"connected\"}")
                        .status())
                .isEqualTo(200);

        // Then both promises are kept
        Eventually.within(SOON, () -> {
            assertThat(clock(leadId, "first-attempt").get("state").asText()).isEqualTo("met");
            assertThat(clock(leadId, "attempts").get("state").asText()).isEqualTo("met");
        });
    }

    @Test
    @Order(2)
    void a_new_agreement_moves_open_clocks_and_a_broken_promise_takes_the_lead_to_the_next_rep() {
        // Given an accepted lead that has an hour, and one whose clock has ended
        String leadId = lead();
        JsonNode handoff = accepted(leadId);
        Eventually.within(
                SOON,
                () -> assertThat(clock(leadId, "first-attempt").path("state").asText())
                        .isEqualTo("running"));
        String ended = clock(leadId, "acceptance").toString();

        // When both sides sign that it has ten seconds, or goes to the next rep
        world.sign(
                text -> text.replace(
                        "{name: first-attempt, from: accepted, to: attempt, within: PT1H, calendar: always, onBreach: escalate}",
                        "{name: first-attempt, from: accepted, to: attempt, within: PT10S, onBreach: remind,"
                                + " ladder: [{after: PT2S, do: escalate}, {after: PT4S, do: reassign}]}\n"
                                + "  - {name: assignment, from: qualified, to: offered, within: PT1H}\n"
                                + "  - {name: next-step, from: accepted, to: next-step, within: PT2H, calendar: office, zoneOf: rep}"));

        // Then the open clock moves and says why, the ladder goes on, and the next rep has the lead
        JsonNode next = Eventually.get(Duration.ofSeconds(45), () -> {
            JsonNode newest = world.newestHandoff(leadId);
            assertThat(newest.path("handoffId").asText())
                    .isNotEqualTo(handoff.get("handoffId").asText());
            assertThat(newest.path("state").asText()).isEqualTo("offered");
            return newest;
        });
        assertThat(next.get("repId").asText()).isNotEqualTo(handoff.get("repId").asText());
        JsonNode moved = said(leadId, "clock.moved", "first-attempt").getFirst();
        assertThat(moved.get("reason").asText()).isEqualTo("agreement");
        assertThat(moved.get("explanation").asText())
                .isEqualTo("Agreement 2: PT10S of always instead of PT1H of always.");
        assertThat(said(leadId, "clock.breached", "first-attempt")).hasSize(1);
        assertThat(said(leadId, "clock.escalated", "first-attempt"))
                .extracting(event -> event.get("action").asText())
                .containsExactly("escalate", "reassign");
        assertThat(types("leadloop.handoffs", leadId))
                .containsSubsequence("io.leadloop.handoff.withdrawn.v1", "io.leadloop.handoff.offered.v1");
        // And what had ended stayed as it was
        assertThat(world.ops(Service.SLA_TRACKER)
                        .get("/v1/clocks?clock=acceptance&state=met&leadId=" + leadId)
                        .json()
                        .get("items")
                        .get(0)
                        .toString())
                .isEqualTo(ended);
        // And operations were told each step, and what was wanted at each
        assertThat(alerts(leadId, "first-attempt"))
                .extracting(alert ->
                        alert.get("kind").asText() + " " + alert.path("action").asText("-"))
                .containsExactly("escalated reassign", "escalated escalate", "breached remind");
    }

    @Test
    @Order(3)
    void offering_is_owed_from_qualifying_and_a_next_step_while_the_lead_is_worked_on() {
        // Given a lead that qualified under the new agreement
        String leadId = lead();
        JsonNode handoff = accepted(leadId);

        // Then the promise to offer it was kept
        Eventually.within(SOON, () -> {
            JsonNode assignment = clock(leadId, "assignment");
            assertThat(assignment.path("state").asText()).isEqualTo("met");
            assertThat(assignment.has("handoffId")).isFalse();
        });

        // When the rep tries, and says what comes next
        assertThat(work(handoff, "attempts", "{\"channel\":\"call\",\"result\":\"no_answer\"}")
                        .status())
                .isEqualTo(200);
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        Answer set = work(handoff, "next-step", "{\"step\":\"Call again\",\"at\":\"" + tomorrow + "\"}");
        assertThat(set.status()).as(set.body()).isEqualTo(200);

        // Then this promise is kept, and the next one begins when that time comes
        Eventually.within(SOON, () -> {
            JsonNode steps = clocks(leadId, "next-step");
            assertThat(steps).hasSize(2);
            assertThat(steps.get(0).get("state").asText()).isEqualTo("running");
            assertThat(Duration.between(
                                    Instant.parse(steps.get(0).get("startedAt").asText()), tomorrow)
                            .abs())
                    .isLessThan(Duration.ofMillis(1));
            assertThat(steps.get(1).get("state").asText()).isEqualTo("met");
        });

        // When the lead is lost, then nothing is owed any more
        assertThat(work(handoff, "outcome", "{\"outcome\":\"lost\",\"reason\":\"PRICE\"}")
                        .status())
                .isEqualTo(200);
        Eventually.within(SOON, () -> {
            assertThat(clocks(leadId, "next-step").get(0).get("state").asText()).isEqualTo("cancelled");
            assertThat(clock(leadId, "attempts").get("state").asText()).isEqualTo("cancelled");
        });
    }

    private static String lead() {
        return world.website()
                .post("/v1/leads", SampleWorld.dana())
                .json()
                .get("leadId")
                .asText();
    }

    private static JsonNode accepted(String leadId) {
        JsonNode offer = Eventually.get(SOON, () -> {
            JsonNode newest = world.newestHandoff(leadId);
            assertThat(newest.path("state").asText()).isEqualTo("offered");
            return newest;
        });
        Answer accepted = work(offer, "accept", "{}");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        return accepted.json();
    }

    private static Answer work(JsonNode handoff, String what, String body) {
        return world.rep(handoff.get("repId").asText())
                .post("/v1/handoffs/" + handoff.get("handoffId").asText() + "/" + what, body);
    }

    private static JsonNode clocks(String leadId, String name) {
        return world.ops(Service.SLA_TRACKER)
                .get("/v1/clocks?clock=" + name + "&leadId=" + leadId)
                .json()
                .get("items");
    }

    private static JsonNode clock(String leadId, String name) {
        return clocks(leadId, name).path(0);
    }

    private static List<JsonNode> said(String leadId, String type, String clock) {
        return world.topics().about("leadloop.sla", leadId).stream()
                .filter(seen -> seen.type().equals("io.leadloop." + type + ".v1"))
                .map(seen -> Json.read(seen.value()))
                .filter(event -> event.at("/clock/clock").asText().equals(clock))
                .toList();
    }

    /** Newest first. */
    private static List<JsonNode> alerts(String leadId, String clock) {
        Answer answer = world.ops(Service.SLA_TRACKER).get("/v1/alerts?limit=200&subject=clock");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().get("items").spliterator(), false)
                .filter(alert -> alert.get("leadId").asText().equals(leadId))
                .filter(alert -> alert.get("clock").asText().equals(clock))
                .toList();
    }

    private static List<String> types(String topic, String leadId) {
        return world.topics().about(topic, leadId).stream().map(Seen::type).toList();
    }
}
