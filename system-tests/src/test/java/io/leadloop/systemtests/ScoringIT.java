package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.agreement.AgreementHash;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Api.Answer;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.SampleWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** How scores change, told from outside. On a system of its own, since it signs another agreement. */
@Tag("own-installation")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScoringIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static SampleWorld world;

    @BeforeAll
    static void start() {
        world = SampleWorld.apart("installation-scoring", Settings.withFreePorts());
    }

    @AfterAll
    static void stop() {
        world.installation().down();
    }

    @Test
    @Order(1)
    void a_new_agreement_scores_open_leads_again_and_leaves_closed_ones() {
        // Given an open lead, and one that was lost
        String open = lead("page_view");
        String closed = lead("demo_request");
        JsonNode offer = Eventually.get(SOON, () -> {
            JsonNode newest = world.newestHandoff(closed);
            assertThat(newest.path("state").asText()).isEqualTo("offered");
            return newest;
        });
        Api rep = world.rep(offer.get("repId").asText());
        String address = "/v1/handoffs/" + offer.get("handoffId").asText();
        assertThat(rep.post(address + "/accept", "{}").status()).isEqualTo(200);
        assertThat(rep.post(address + "/outcome", "{\"outcome\":\"lost\",\"reason\":\"PRICE\"}")
                        .status())
                .isEqualTo(200);
        Eventually.within(SOON, () -> assertThat(closedByScoring()).isPositive());
        int fit = score(open).get("fit").asInt();

        // When both sides sign that size counts less, a webinar fades fast, and who drops is given back
        sign();

        // Then the open lead is scored by it, without anything having happened to it
        Eventually.within(SOON, () -> {
            assertThat(score(open).get("agreementVersion").asInt()).isEqualTo(2);
            assertThat(score(open).get("fit").asInt()).isEqualTo(fit - 10);
        });
        JsonNode change = history(open).get(0);
        assertThat(change.get("reasons")).extracting(JsonNode::asText).containsExactly("agreement");
        assertThat(change.at("/differences/0/rule").asText()).isEqualTo("200 people or more");
        // And the closed one keeps its score
        JsonNode rescoring = Eventually.get(SOON, () -> {
            JsonNode newest = world.ops(Service.SCORING_SERVICE)
                    .get("/v1/rescoring")
                    .json()
                    .get("items")
                    .get(0);
            assertThat(newest.get("agreementVersion").asInt()).isEqualTo(2);
            assertThat(newest.get("state").asText()).isEqualTo("finished");
            return newest;
        });
        assertThat(rescoring.get("rescored").asInt()).isPositive();
        assertThat(score(closed).get("agreementVersion").asInt()).isEqualTo(1);
        assertThat(score(closed).has("nextChange")).isFalse();
    }

    @Test
    @Order(2)
    void a_grade_changes_by_itself_at_the_time_that_was_told_and_the_offer_is_taken_back() {
        // Given a lead that is an MQL because of a webinar
        String leadId = lead("webinar_attended");
        JsonNode score = Eventually.get(SOON, () -> {
            JsonNode told = score(leadId);
            assertThat(told.path("grade").asText()).isEqualTo("A2");
            return told;
        });
        Instant at = Instant.parse(score.at("/nextChange/at").asText());
        assertThat(score.at("/nextChange/grade").asText()).isEqualTo("A3");
        assertThat(score.at("/nextChange/reason").asText()).isEqualTo("decay");

        // Then it is a nurture lead from that time on, told at once
        JsonNode change = Eventually.get(SOON, () -> {
            JsonNode newest = history(leadId).get(0);
            assertThat(newest.get("grade").asText()).isEqualTo("A3");
            return newest;
        });
        // by the database's clock, however late it is noticed here
        Duration late = Duration.between(at, Instant.parse(change.get("at").asText()));
        System.out.printf("The grade changed %d ms after the moment that was told%n", late.toMillis());
        assertThat(late).isBetween(Duration.ZERO, Duration.ofSeconds(1));
        assertThat(change.get("reasons")).extracting(JsonNode::asText).containsExactly("decay");
        assertThat(score(leadId).at("/nextChange/grade").asText()).isEqualTo("A4");
        // And Marketing has it back, as the agreement wants
        Eventually.within(
                SOON,
                () -> assertThat(world.newestHandoff(leadId).path("state").asText())
                        .isEqualTo("withdrawn"));
        List<JsonNode> told = world.topics().about("leadloop.scores", leadId).stream()
                .map(seen -> Json.read(seen.value()))
                .toList();
        assertThat(told)
                .anySatisfy(event -> assertThat(event.path("onDrop").asText()).isEqualTo("withdraw"));
        // And the page explains it
        assertThat(world.marketing(Service.REPORTING_SERVICE)
                        .get("/leads/" + leadId)
                        .body())
                .contains("How the score has changed", "what it did has faded", "If nothing happens, A4 from");
    }

    @Test
    @Order(3)
    void a_draft_is_tried_on_all_leads_before_anybody_signs_it() {
        // Given a draft in which size counts for little, and one with a mistake
        Api marketing = world.marketing(Service.SCORING_SERVICE);
        String draft = inForce().replace("200 people or more, points: 30", "200 people or more, points: 5");
        String wrong = draft.replace("lead.employees >= 200", "lead.employees >= 200 && lead.employees < 100");

        // When
        Answer tried = marketing.post("/v1/what-if?limit=1", draft);
        Answer refused = marketing.post("/v1/what-if", wrong);

        // Then the last line says who changes grade and why
        assertThat(tried.status()).as(tried.body()).isEqualTo(200);
        List<JsonNode> lines = tried.body().lines().map(Json::read).toList();
        assertThat(lines.getFirst().get("type").asText()).isEqualTo("progress");
        JsonNode result = lines.getLast();
        assertThat(result.get("type").asText()).isEqualTo("result");
        assertThat(result.get("leads").asInt()).isEqualTo(3);
        assertThat(result.get("open").asInt()).isEqualTo(2);
        assertThat(result.get("changesGrade").asInt()).isEqualTo(2);
        assertThat(result.at("/changed/items/0/gradeBefore").asText()).startsWith("A");
        assertThat(result.at("/changed/items/0/gradeAfter").asText()).startsWith("B");
        assertThat(result.at("/changed/items/0/differences/0").toString())
                .contains("200 people or more", "\"before\":30", "\"after\":5");
        assertThat(result.at("/changed/nextCursor").asText()).isNotEmpty();
        assertThat(result.at("/mqlsPerWeek/11/before").asInt()).isEqualTo(2);
        assertThat(result.at("/handoffs/0/pool").asText()).isEqualTo("everyone");
        assertThat(result.at("/teams/0/team").asText()).isEqualTo("sales");
        assertThat(result.at("/teams/0/before/atLeast").asDouble())
                .isEqualTo(result.at("/handoffs/0/before").asDouble())
                .isEqualTo(result.at("/teams/0/before/atMost").asDouble())
                .isPositive();
        // And what can never hold is refused where it stands
        assertThat(refused.status()).isEqualTo(422);
        JsonNode problem = refused.json().get("problems").get(0);
        assertThat(problem.get("message").asText()).contains("can never hold: what it asks of lead.employees");
        assertThat(problem.get("line").asInt()).isGreaterThan(20);
        // And only who may sign may try
        assertThat(world.as("sales", Service.SCORING_SERVICE)
                        .post("/v1/what-if", draft)
                        .status())
                .isEqualTo(403);
    }

    private static String lead(String activity) {
        ObjectNode dana = SampleWorld.dana();
        dana.putArray("activities")
                .addObject()
                .put("type", activity)
                .put("occurredAt", Instant.now().toString());
        Answer answer = world.website().post("/v1/leads", dana);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String leadId = answer.json().get("leadId").asText();
        Eventually.within(SOON, () -> assertThat(score(leadId).has("grade")).isTrue());
        return leadId;
    }

    private static JsonNode score(String leadId) {
        return world.marketing(Service.SCORING_SERVICE)
                .get("/v1/scores/" + leadId)
                .json();
    }

    private static JsonNode history(String leadId) {
        return world.marketing(Service.SCORING_SERVICE)
                .get("/v1/scores/" + leadId + "/history")
                .json()
                .get("items");
    }

    private static int closedByScoring() {
        return world.ops(Service.SCORING_SERVICE)
                .get("/v1/reconciliation/accounts/outcomes?state=closed")
                .json()
                .get("items")
                .size();
    }

    private static String inForce() {
        return world.marketing(Service.SLA_TRACKER)
                .get("/v1/agreements/current")
                .json()
                .get("document")
                .asText();
    }

    private static void sign() {
        String draft = inForce()
                .replace("200 people or more, points: 40", "200 people or more, points: 30")
                .replace(
                        "points: 25, activity: webinar_attended, halfLife: P30D",
                        "points: 50, activity: webinar_attended, halfLife: PT60S")
                .replace("mql: [A1, A2, B1]", "onDrop: withdraw\n  mql: [A1, A2, B1]");
        Api marketing = world.marketing(Service.SLA_TRACKER);
        Answer written = marketing.put("/v1/agreements/draft", draft);
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        ObjectNode signature = Json.empty().put("sha256", AgreementHash.sha256(draft));
        marketing.post("/v1/agreements/2/signatures", signature);
        Answer signed = world.manager(Service.SLA_TRACKER, "sales").post("/v1/agreements/2/signatures", signature);
        assertThat(signed.status()).as(signed.body()).isEqualTo(200);
    }
}
