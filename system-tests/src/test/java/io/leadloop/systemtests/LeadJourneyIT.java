package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.deploy.Service;
import io.leadloop.systemtests.world.Api.Answer;
import io.leadloop.systemtests.world.Databases;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.SampleWorld;
import io.leadloop.systemtests.world.Topics.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A lead's way through the whole system, told from outside: HTTP in, HTTP and Kafka out. */
class LeadJourneyIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final SampleWorld world = SampleWorld.running();

    @Test
    void a_lead_goes_from_the_form_to_a_won_deal_and_back_to_marketing() {
        // Given a person who asks for a demo, from a campaign of its own
        String campaign = "spring-launch-" + UUID.randomUUID();
        ObjectNode dana = SampleWorld.dana();
        ((ObjectNode) dana.get("touch")).put("campaign", campaign);

        // When the form is posted
        Answer posted = world.website().post("/v1/leads", dana);
        assertThat(posted.status()).as(posted.body()).isEqualTo(201);
        String leadId = posted.json().get("leadId").asText();
        assertThat(posted.headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/v1/leads/" + leadId));

        // Then it is scored, and the lines of the explanation sum to the score
        JsonNode score = Eventually.get(SOON, () -> {
            Answer answer = world.marketing(Service.SCORING_SERVICE).get("/v1/scores/" + leadId);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("grade").asText()).isEqualTo("A1");
            return answer.json();
        });
        assertThat(sum(score, "fit")).isEqualTo(score.get("fit").asInt());
        assertThat(sum(score, "interest")).isEqualTo(score.get("interest").asInt());

        // And a rep is offered the lead, with a deadline
        JsonNode offer = offered(leadId);
        String repId = offer.get("repId").asText();
        String handoffId = offer.get("handoffId").asText();
        assertThat(repId).isIn("ana", "ben", "chloe");
        assertThat(Instant.parse(offer.get("acceptBy").asText()))
                .isAfter(Instant.parse(offer.get("offeredAt").asText()));
        JsonNode seenByRep = world.rep(repId).get("/v1/handoffs/" + handoffId).json();
        assertThat(seenByRep.at("/brief/profile/company").asText()).isEqualTo("Acme Industries");
        assertThat(seenByRep.at("/brief/profile/phone").asText()).isEqualTo("+12125550142");

        // And the lead was scored once, with all that the post said of it
        assertThat(world.topics().about("leadloop.scores", leadId).stream().map(Seen::type))
                .containsExactly("io.leadloop.lead.scored.v1", "io.leadloop.lead.qualified.v1");

        // When the rep accepts, tries, and wins
        Answer accepted = world.rep(repId).post("/v1/handoffs/" + handoffId + "/accept", "{}");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        Answer attempt = world.rep(repId)
                .post(
                        "/v1/handoffs/" + handoffId + "/attempts",
                        "{\"channel\":\"call\",\"result\":\"connected\",\"note\":\"wants 40 seats\"}");
        assertThat(attempt.status()).as(attempt.body()).isBetween(200, 201);
        Answer won = world.rep(repId)
                .post(
                        "/v1/handoffs/" + handoffId + "/outcome",
                        "{\"outcome\":\"won\",\"amount\":\"12000.50\",\"currency\":\"USD\"}");
        assertThat(won.status()).as(won.body()).isEqualTo(200);

        // Then the clock was met
        Eventually.within(SOON, () -> {
            JsonNode clocks = world.ops(Service.SLA_TRACKER)
                    .get("/v1/clocks?clock=acceptance&leadId=" + leadId)
                    .json()
                    .get("items");
            assertThat(clocks).hasSize(1);
            assertThat(clocks.get(0).get("state").asText()).isEqualTo("met");
        });
        // And the closed loop tells Marketing on Kafka, with campaign and amount
        Seen leadWon = Eventually.get(SOON, () -> {
            List<Seen> told = world.topics().about("leadloop.closed-loop", leadId);
            assertThat(told).hasSize(1);
            return told.getFirst();
        });
        assertThat(leadWon.type()).isEqualTo("io.leadloop.lead.won.v1");
        assertThat(Json.read(leadWon.value()).at("/origin/campaign").asText()).isEqualTo(campaign);
        assertThat(Json.read(leadWon.value()).at("/amount/amount").asText()).isEqualTo("12000.50");
        // And the campaign report has the revenue
        Eventually.within(SOON, () -> {
            JsonNode row = campaign(campaign);
            assertThat(row.get("leads").asInt()).isEqualTo(1);
            assertThat(row.get("mql").asInt()).isEqualTo(1);
            assertThat(row.get("sql").asInt()).isEqualTo(1);
            assertThat(row.get("won").asInt()).isEqualTo(1);
            assertThat(row.get("revenue").asText()).isEqualTo("12000.50");
        });
        // And the lead's status came back to intake
        Eventually.within(
                SOON,
                () -> assertThat(world.admin(Service.LEAD_INTAKE)
                                .get("/v1/leads/" + leadId)
                                .json()
                                .get("status")
                                .asText())
                        .isEqualTo("won"));
        // And one trace runs through all of it
        String trace = traceId(world.topics().about("leadloop.leads", leadId).getFirst());
        assertThat(world.topics().about("leadloop.scores", leadId))
                .anySatisfy(seen -> assertThat(traceId(seen)).isEqualTo(trace));
        assertThat(world.topics().about("leadloop.handoffs", leadId))
                .anySatisfy(seen -> assertThat(traceId(seen)).isEqualTo(trace));
    }

    @Test
    void an_offer_that_nobody_answers_goes_to_the_next_rep() {
        // Given an offer
        String leadId = world.website()
                .post("/v1/leads", SampleWorld.dana())
                .json()
                .get("leadId")
                .asText();
        JsonNode first = offered(leadId);

        // When its rep stays silent
        // Then Ops is warned, the promise is broken, and the next rep has the lead
        JsonNode second = Eventually.get(Duration.ofSeconds(45), () -> {
            JsonNode newest = world.newestHandoff(leadId);
            assertThat(newest.path("handoffId").asText())
                    .isNotEqualTo(first.get("handoffId").asText());
            assertThat(newest.path("state").asText()).isEqualTo("offered");
            return newest;
        });
        assertThat(second.get("repId").asText()).isNotEqualTo(first.get("repId").asText());
        Eventually.within(
                SOON,
                () -> assertThat(types("leadloop.sla", leadId))
                        .containsSubsequence(
                                "io.leadloop.clock.started.v1",
                                "io.leadloop.clock.warned.v1",
                                "io.leadloop.clock.breached.v1",
                                "io.leadloop.clock.started.v1"));
        assertThat(types("leadloop.handoffs", leadId))
                .containsSubsequence(
                        "io.leadloop.handoff.offered.v1",
                        "io.leadloop.handoff.expired.v1",
                        "io.leadloop.handoff.offered.v1");
        JsonNode clocks = world.ops(Service.SLA_TRACKER)
                .get("/v1/clocks?leadId=" + leadId + "&state=breached")
                .json()
                .get("items");
        assertThat(clocks.get(0).get("handoffId").asText())
                .isEqualTo(first.get("handoffId").asText());
        assertThat(Instant.parse(clocks.get(0).get("endedAt").asText()))
                .isAfterOrEqualTo(Instant.parse(clocks.get(0).get("dueAt").asText()));
        // And the late rep's accept is refused with a reason
        Answer tooLate = world.rep(first.get("repId").asText())
                .post("/v1/handoffs/" + first.get("handoffId").asText() + "/accept", "{}");
        assertThat(tooLate.status()).as(tooLate.body()).isEqualTo(409);
        assertThat(tooLate.json().get("detail").asText()).isNotBlank();
    }

    @Test
    void the_same_person_twice_is_one_lead_with_two_touches_and_one_offer() {
        // Given a lead
        ObjectNode dana = SampleWorld.dana();
        String leadId =
                world.website().post("/v1/leads", dana).json().get("leadId").asText();

        // When the same person fills in another form, with capitals in the address
        ObjectNode again = dana.deepCopy();
        again.put("email", " " + dana.get("email").asText().replace("dana", "Dana") + " ");
        ((ObjectNode) again.get("touch")).put("campaign", "summer-sale");
        Answer joined = world.website().post("/v1/leads", again);

        // Then it joins the lead
        assertThat(joined.status()).as(joined.body()).isEqualTo(200);
        assertThat(joined.json().get("leadId").asText()).isEqualTo(leadId);
        assertThat(joined.json().get("status").asText()).isEqualTo("joined");
        JsonNode lead =
                world.admin(Service.LEAD_INTAKE).get("/v1/leads/" + leadId).json();
        assertThat(lead.get("touches")).hasSize(2);
        // And there is one captured event, and one offer
        offered(leadId);
        assertThat(types("leadloop.leads", leadId))
                .containsExactly("io.leadloop.lead.captured.v1", "io.leadloop.lead.updated.v1");
        assertThat(types("leadloop.handoffs", leadId)).containsExactly("io.leadloop.handoff.offered.v1");
        assertThat(types("leadloop.scores", leadId)).containsOnlyOnce("io.leadloop.lead.qualified.v1");
    }

    @Test
    void the_same_post_with_the_same_key_is_answered_alike_and_counts_once() {
        // Given a post with a key
        String body = SampleWorld.dana().toString();
        String key = UUID.randomUUID().toString();
        Answer first = world.website().post("/v1/leads", body, "Idempotency-Key", key);

        // When it is sent again
        Answer second = world.website().post("/v1/leads", body, "Idempotency-Key", "\"" + key + "\"");

        // Then the answer is the same, and another content under the key is refused
        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        Answer other = world.website().post("/v1/leads", SampleWorld.dana(), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        String leadId = first.json().get("leadId").asText();
        offered(leadId);
        assertThat(types("leadloop.leads", leadId)).containsExactly("io.leadloop.lead.captured.v1");
    }

    @Test
    void an_activity_that_arrives_before_its_lead_waits_and_then_counts() {
        // Given a demo request of somebody who is no lead yet
        ObjectNode dana = SampleWorld.dana();
        dana.remove("activities");
        Answer waiting = world.website()
                .post("/v1/activities", "{\"email\":\"" + dana.get("email").asText() + "\",\"type\":\"demo_request\"}");
        assertThat(waiting.status()).as(waiting.body()).isEqualTo(202);
        assertThat(waiting.json().at("/items/0/status").asText()).isEqualTo("waiting");

        // When the lead arrives
        String leadId =
                world.website().post("/v1/leads", dana).json().get("leadId").asText();

        // Then it is offered to a rep
        offered(leadId);
        assertThat(types("leadloop.activities", leadId)).containsExactly("io.leadloop.activity.recorded.v1");
    }

    @Test
    void what_a_new_lead_did_and_what_waited_for_it_are_numbered_together_and_an_activity_id_counts_once() {
        // Given something that waits for a lead
        String activityId = UUID.randomUUID().toString();
        ObjectNode dana = SampleWorld.dana();
        Answer waiting = world.website()
                .post("/v1/activities", "{\"email\":\"" + dana.get("email").asText() + "\",\"type\":\"page_view\"}");
        assertThat(waiting.json().at("/items/0/status").asText()).isEqualTo("waiting");

        // When the lead arrives with a request that is told twice, and somebody else with the same one
        dana.withArray("activities").removeAll().add(demoRequest(activityId)).add(demoRequest(activityId));
        ObjectNode other = SampleWorld.dana();
        other.withArray("activities").removeAll().add(demoRequest(activityId));
        String leadId =
                world.website().post("/v1/leads", dana).json().get("leadId").asText();
        String otherId =
                world.website().post("/v1/leads", other).json().get("leadId").asText();

        // Then
        Eventually.within(SOON, () -> assertThat(activities(leadId)).hasSize(2));
        assertThat(activities(leadId))
                .extracting(activity -> activity.get("type").asText())
                .containsExactly("demo_request", "page_view");
        assertThat(activities(leadId))
                .extracting(activity -> activity.get("leadVersion").asLong())
                .doesNotHaveDuplicates()
                .isSorted();
        Eventually.within(
                SOON,
                () -> assertThat(types("leadloop.leads", otherId)).containsExactly("io.leadloop.lead.captured.v1"));
        assertThat(activities(otherId)).isEmpty();
    }

    @Test
    void an_activity_that_came_in_the_moment_in_which_its_lead_did_becomes_the_lead_s() {
        // Given a lead, and what the two transactions leave that could not see each other
        ObjectNode dana = SampleWorld.dana();
        String leadId =
                world.website().post("/v1/leads", dana).json().get("leadId").asText();
        UUID activityId = UUID.randomUUID();
        int written = new Databases(world.installation())
                .damage(
                        Service.LEAD_INTAKE,
                        "insert into activity (activity_id, email, type, occurred_at, properties) values ('"
                                + activityId + "', '" + dana.get("email").asText() + "', 'pricing_page', now(), '{}')");
        assertThat(written).isEqualTo(1);

        // When it is looked for
        // Then everybody hears of it, as of any other
        Eventually.within(
                Duration.ofSeconds(30),
                () -> assertThat(activities(leadId))
                        .extracting(activity -> activity.get("activityId").asText())
                        .contains(activityId.toString()));
        assertThat(activities(leadId))
                .extracting(activity -> activity.get("leadVersion").asLong())
                .doesNotHaveDuplicates();
    }

    private static ObjectNode demoRequest(String activityId) {
        return ((ObjectNode) Json.read("{\"type\":\"demo_request\"}")).put("activityId", activityId);
    }

    private List<JsonNode> activities(String leadId) {
        return world.topics().about("leadloop.activities", leadId).stream()
                .map(seen -> Json.read(seen.value()))
                .toList();
    }

    @Test
    void a_rejected_lead_goes_back_to_marketing_with_the_reason() {
        // Given an offer
        String leadId = world.website()
                .post("/v1/leads", SampleWorld.dana())
                .json()
                .get("leadId")
                .asText();
        JsonNode offer = offered(leadId);
        String path = "/v1/handoffs/" + offer.get("handoffId").asText() + "/reject";

        // When the rep rejects it: without a reason, then with one
        Answer noReason = world.rep(offer.get("repId").asText()).post(path, "{}");
        Answer rejected = world.rep(offer.get("repId").asText()).post(path, "{\"reason\":\"NO_BUDGET\"}");

        // Then only the latter counts, and Marketing hears why
        assertThat(noReason.status()).isEqualTo(400);
        assertThat(rejected.status()).as(rejected.body()).isEqualTo(200);
        Eventually.within(
                SOON,
                () -> assertThat(world.topics().about("leadloop.closed-loop", leadId))
                        .singleElement()
                        .satisfies(seen -> {
                            assertThat(seen.type()).isEqualTo("io.leadloop.lead.returned.v1");
                            assertThat(Json.read(seen.value()).get("reason").asText())
                                    .isEqualTo("NO_BUDGET");
                        }));
    }

    private JsonNode offered(String leadId) {
        return Eventually.get(SOON, () -> {
            JsonNode newest = world.newestHandoff(leadId);
            assertThat(newest.path("state").asText()).isEqualTo("offered");
            return newest;
        });
    }

    private List<String> types(String topic, String leadId) {
        return world.topics().about(topic, leadId).stream().map(Seen::type).toList();
    }

    private JsonNode campaign(String campaign) {
        JsonNode items = world.marketing(Service.REPORTING_SERVICE)
                .get("/v1/reports/campaigns?from="
                        + LocalDate.now(ZoneOffset.UTC).minusDays(1))
                .json()
                .get("items");
        for (JsonNode row : items) {
            if (row.path("campaign").asText().equals(campaign)) {
                return row;
            }
        }
        throw new AssertionError("The report has no campaign " + campaign + ": " + items);
    }

    private static int sum(JsonNode score, String axis) {
        int sum = 0;
        for (JsonNode line : score.get("contributions")) {
            sum += line.get("axis").asText().equals(axis) ? line.get("points").asInt() : 0;
        }
        return sum;
    }

    private static String traceId(Seen seen) {
        return seen.headers().get("traceparent").split("-")[1];
    }
}
