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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The agreement's life, told from outside. On a system of its own: the other stories keep theirs. */
@Tag("own-installation")
class AgreementIT {
    private static SampleWorld world;

    @BeforeAll
    static void start() {
        world = SampleWorld.apart("installation-agreement", Settings.withFreePorts());
    }

    @AfterAll
    static void stop() {
        world.installation().down();
    }

    @Test
    void a_draft_that_both_sides_have_signed_scores_the_next_lead() {
        Api marketing = world.marketing(Service.SLA_TRACKER);
        Api manager = world.manager(Service.SLA_TRACKER, "sales");
        JsonNode first = marketing.get("/v1/agreements/current").json();
        String text = first.get("document").asText();
        assertThat(first.get("version").asInt()).isEqualTo(1);

        // What is no agreement is explained
        Answer misspelt =
                marketing.put("/v1/agreements/draft", text.replace("lead.employees >= 200", "lead.employes >= 200"));
        assertThat(misspelt.status()).isEqualTo(422);
        JsonNode problem = misspelt.json().get("problems").get(0);
        assertThat(problem.get("suggestion").asText()).isEqualTo("Did you mean lead.employees?");
        assertThat(problem.get("line").asInt()).isGreaterThan(20);
        assertThat(problem.get("column").asInt()).isPositive();
        assertThat(problem.get("path").asText()).startsWith("/scorecard/fit/groups/0/rules/0");
        assertThat(marketing.get("/v1/agreements/draft").status()).isEqualTo(404);

        // A draft that breaks its own example is kept and shown, and cannot be signed
        String stricter = text.replace("points: 85, activity: demo_request", "points: 45, activity: demo_request");
        JsonNode broken = marketing.put("/v1/agreements/draft", stricter).json();
        assertThat(broken.get("changes").get(0).get("text").asText())
                .isEqualTo("interest rule demo request points 85 → 45");
        assertThat(broken.get("brokenExamples")).hasSize(2);
        Answer refused = sign(marketing, 2, stricter);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asText())
                .contains("'an operations leader who asks for a demo' breaks: grade is A2, not A1")
                .contains("interest 45: demo request +45");

        // Mended, it is signed by marketing; sales has not read that text yet
        String mended = stricter.replace("expect: {grade: A1, decision: mql", "expect: {grade: A2, decision: mql")
                .replace("expect: {grade: D1, decision: disqualified}", "expect: {grade: D2, decision: disqualified}");
        JsonNode draft = marketing.put("/v1/agreements/draft", mended).json();
        assertThat(draft.get("brokenExamples")).isEmpty();
        assertThat(sign(marketing, 2, mended).json().get("state").asText()).isEqualTo("waiting");
        assertThat(sign(manager, 2, stricter).status()).isEqualTo(409);

        // A changed draft needs new signatures
        String renamed = mended.replace("name: Leadloop default", "name: Ours");
        assertThat(manager.put("/v1/agreements/draft", renamed).json().get("signatures"))
                .isEmpty();
        assertThat(sign(marketing, 2, mended).status()).isEqualTo(409);
        assertThat(sign(marketing, 2, renamed).json().get("state").asText()).isEqualTo("waiting");
        assertThat(world.as("sales", Service.SLA_TRACKER)
                        .post("/v1/agreements/2/signatures", signature(renamed))
                        .status())
                .isEqualTo(403);

        // The second signature makes it the agreement
        String page =
                world.marketing(Service.REPORTING_SERVICE).get("/agreement").body();
        assertThat(page)
                .contains("version 1 in force", "Draft of version 2", "points 85 → 45", "./leadloop token manager");
        JsonNode signed = sign(manager, 2, renamed).json();
        assertThat(signed.get("state").asText()).isEqualTo("signed");
        assertThat(marketing.get("/v1/agreements/current").json().get("sha256").asText())
                .isEqualTo(AgreementHash.sha256(renamed));
        assertThat(marketing.get("/v1/agreements/draft").status()).isEqualTo(404);
        assertThat(sign(manager, 2, renamed).status()).isEqualTo(409);

        // And the next lead is scored by it
        Eventually.within(Duration.ofSeconds(30), () -> {
            String leadId = world.website()
                    .post("/v1/leads", SampleWorld.dana())
                    .json()
                    .get("leadId")
                    .asText();
            JsonNode score = Eventually.get(Duration.ofSeconds(10), () -> {
                Answer answer = world.marketing(Service.SCORING_SERVICE).get("/v1/scores/" + leadId);
                assertThat(answer.status()).isEqualTo(200);
                return answer.json();
            });
            assertThat(score.get("agreementVersion").asInt()).isEqualTo(2);
            assertThat(score.get("grade").asText()).isEqualTo("A2");
        });

        // One that is agreed for later decides later, and not before
        String later = renamed.replace("name: Ours", "name: Ours from tomorrow");
        marketing.put("/v1/agreements/draft", later);
        Instant soon = Instant.now().plusSeconds(12);
        assertThat(manager.post(
                                "/v1/agreements/3/signatures",
                                signature(later).put("inForceFrom", "2026-01-01T00:00:00Z"))
                        .status())
                .isEqualTo(400);
        assertThat(manager.post("/v1/agreements/3/signatures", signature(later).put("inForceFrom", soon.toString()))
                        .status())
                .isEqualTo(200);
        assertThat(sign(marketing, 3, later).json().get("inForceFrom").asText())
                .startsWith(soon.toString().substring(0, 19));
        JsonNode history = marketing.get("/v1/agreements?limit=2").json();
        assertThat(history.get("items").get(0).get("state").asText()).isEqualTo("to_come");
        assertThat(history.get("items").get(1).get("state").asText()).isEqualTo("in_force");
        assertThat(history.get("nextCursor").asText()).isNotEmpty();
        Eventually.within(
                Duration.ofSeconds(20),
                () -> assertThat(marketing
                                .get("/v1/agreements/current")
                                .json()
                                .get("version")
                                .asInt())
                        .isEqualTo(3));
        assertThat(Instant.now()).isAfter(soon);
    }

    private static Answer sign(Api side, int version, String text) {
        return side.post("/v1/agreements/" + version + "/signatures", signature(text));
    }

    private static ObjectNode signature(String text) {
        return Json.empty().put("sha256", AgreementHash.sha256(text));
    }
}
