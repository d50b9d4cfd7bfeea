package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Api.Answer;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Hurried;
import io.leadloop.systemtests.world.SampleWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the closed loop teaches, told from outside. On a system of its own: outcomes of other stories would teach it too. */
@Tag("own-installation")
class LearnedScoreIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LEARNED_WITHIN = Duration.ofMinutes(4);
    private static final String LEADS = """
            {"kind": "leads",
             "columns": {"id": "externalId", "at": "capturedAt", "source": "source", "employees": "employees"},
             "constants": {"stage": "mql"}}""";
    private static final String OUTCOMES = """
            {"kind": "outcomes",
             "columns": {"id": "externalId", "at": "occurredAt", "outcome": "outcome", "reason": "reason", "persona": "persona"}}""";

    private static SampleWorld world;

    @BeforeAll
    static void start() {
        world = SampleWorld.apart(
                "installation-learned", Hurried.by(Settings.withFreePorts(), "leadloop.learning.quiet", "3S"));
    }

    @AfterAll
    static void stop() {
        world.installation().down();
    }

    @Test
    void outcomes_teach_what_the_next_leads_are_likely_to_become() throws IOException {
        Api marketing = world.marketing(Service.SCORING_SERVICE);

        // Given nothing to learn from: it says so, of itself and of each lead
        JsonNode nothing = marketing.get("/v1/learned-model").json();
        assertThat(nothing.get("state").asText()).isEqualTo("unknown");
        assertThat(nothing.at("/outcomes/missingWon").asInt()).isEqualTo(50);
        assertThat(nothing.get("note").asText()).contains("50 more won and 50 more lost");
        String early = post(SampleWorld.dana());
        assertThat(score(early).at("/learned/note").asText()).contains("Not known yet");
        assertThat(score(early).at("/learned/probability").isMissingNode()).isTrue();

        // When a history of leads and outcomes is imported
        history("a", 900, Instant.parse("2024-01-01T00:00:00Z"));

        // Then there is a model, judged on the later leads
        JsonNode model = Eventually.get(LEARNED_WITHIN, () -> {
            JsonNode answer = marketing.get("/v1/learned-model").json();
            assertThat(answer.get("state").asText()).as(answer.toString()).isEqualTo("published");
            return answer;
        });
        assertThat(model.at("/outcomes/won").asInt()
                        + model.at("/outcomes/lost").asInt())
                .isEqualTo(900);
        assertThat(model.at("/card/learnedFrom/leads").asInt()).isEqualTo(630);
        assertThat(model.at("/card/judgedOn/leads").asInt()).isEqualTo(270);
        assertThat(model.at("/card/judgement/ranking/auc").asDouble()).isBetween(.65, .95);
        assertThat(model.at("/card/judgement/ranking/low").asDouble()).isGreaterThan(.5);
        assertThat(model.at("/card/judgement/calibration")).isNotEmpty();
        assertThat(model.at("/card/factors/0/words").asText()).contains("the odds of winning are");
        assertThat(model.at("/card/factors").toString())
                .as("told by the outcome alone, after the hand-off")
                .doesNotContain("customer-persona");

        // And each lead has a probability, with what speaks for it and against it
        JsonNode partner = score(history("partner")).get("learned");
        JsonNode list = score(history("list")).get("learned");
        assertThat(partner.get("probability").asDouble())
                .isGreaterThan(list.get("probability").asDouble() + .2);
        assertThat(partner.get("inFavour").toString()).contains("first source is partner");
        assertThat(list.get("against").toString()).contains("first source is list");

        whatComesAfterTheHandOffChangesNothing();
        peopleCanPutAModelBack(marketing);
    }

    private void whatComesAfterTheHandOffChangesNothing() {
        // Given a lead that is with Sales
        ObjectNode dana = SampleWorld.dana();
        String leadId = post(dana);
        JsonNode qualified = Eventually.get(SOON, () -> {
            JsonNode answer = score(leadId);
            assertThat(answer.get("qualification").asText()).isEqualTo("mql");
            assertThat(answer.at("/learned/probability").isNumber()).isTrue();
            return answer;
        });

        // When it comes again from a partner, and activities are told of it, also such as are said to be older
        Instant longAgo = Instant.now().minus(Duration.ofDays(3));
        dana.put("employees", 3);
        dana.putObject("touch").put("source", "partner");
        assertThat(world.website().post("/v1/leads", dana).status()).isEqualTo(200);
        assertThat(world.website()
                        .post("/v1/activities", """
                                [{"leadId": "%1$s", "type": "pricing_view", "occurredAt": "%2$s"},
                                 {"leadId": "%1$s", "type": "webinar_attended", "occurredAt": "%2$s"}]""".formatted(leadId, longAgo))
                        .status())
                .isLessThan(300);
        Eventually.within(
                SOON,
                () -> assertThat(score(leadId).get("contributions")).isNotEqualTo(qualified.get("contributions")));

        // Then what was expected of it stays
        assertThat(score(leadId).get("learned")).isEqualTo(qualified.get("learned"));
        // And its page says it, as soon as it has heard of the lead
        Eventually.within(
                SOON,
                () -> assertThat(world.marketing(Service.REPORTING_SERVICE)
                                .get("/leads/" + leadId)
                                .body())
                        .contains("Likely to be won: "
                                + Math.round(100
                                        * qualified.at("/learned/probability").asDouble()) + " %"));
    }

    private void peopleCanPutAModelBack(Api marketing) throws IOException {
        Api sales = world.as("sales", Service.SCORING_SERVICE);
        assertThat(sales.get("/v1/learned-model").status()).isEqualTo(200);
        assertThat(sales.post("/v1/learned-model/1/restore", "").status()).isEqualTo(403);
        assertThat(world.nobody(Service.SCORING_SERVICE)
                        .get("/v1/learned-model")
                        .status())
                .isEqualTo(401);
        assertThat(marketing.post("/v1/learned-model/99/restore", "").status()).isEqualTo(404);

        // When the model is held, more outcomes make no other
        JsonNode held = marketing.post("/v1/learned-model/1/restore", "").json();
        assertThat(held.at("/held/by").asText()).isNotBlank();
        history("b", 900, Instant.parse("2024-06-01T00:00:00Z"));
        Eventually.within(
                SOON,
                () -> assertThat(outcomes(marketing.get("/v1/learned-model").json()))
                        .isEqualTo(1_800));
        assertThat(marketing.get("/v1/learned-model/versions").json().get("items"))
                .hasSize(1);

        // Until people let it go on
        assertThat(marketing.post("/v1/learned-model/resume", "").json().has("held"))
                .isFalse();
        Eventually.within(
                LEARNED_WITHIN,
                () -> assertThat(marketing
                                .get("/v1/learned-model/versions")
                                .json()
                                .get("items"))
                        .hasSize(2));
        JsonNode page = marketing.get("/v1/learned-model/versions?limit=1").json();
        assertThat(page.at("/items/0/version").asInt()).isEqualTo(2);
        assertThat(page.at("/items/0/state").asText()).isIn("present", "refused");
        JsonNode next = marketing
                .get("/v1/learned-model/versions?limit=1&cursor="
                        + page.get("nextCursor").asText())
                .json();
        assertThat(next.at("/items/0/version").asInt()).isEqualTo(1);
        assertThat(next.has("nextCursor")).isFalse();
        assertThat(marketing.get("/v1/learned-model/1").json().has("card")).isTrue();
    }

    private static int outcomes(JsonNode model) {
        return model.at("/outcomes/won").asInt() + model.at("/outcomes/lost").asInt();
    }

    /** The chance is 60 % from a partner, 30 % from search, 10 % from a list; who was won says a persona afterwards. */
    private void history(String run, int leads, Instant start) throws IOException {
        Random random = new Random(run.hashCode());
        StringBuilder leadRows = new StringBuilder("id,at,source,employees\n");
        StringBuilder outcomeRows = new StringBuilder("id,at,outcome,reason,persona\n");
        for (int i = 0; i < leads; i++) {
            String source = i % 3 == 0 ? "partner" : i % 3 == 1 ? "search" : "list";
            Instant at = start.plus(Duration.ofHours(i));
            boolean won = random.nextDouble() < (i % 3 == 0 ? .6 : i % 3 == 1 ? .3 : .1);
            String id = "%s-%s-%d".formatted(run, source, i);
            leadRows.append("%s,%s,%s,%d%n".formatted(id, at, source, random.nextInt(1_000)));
            outcomeRows.append("%s,%s,%s,%s,%s%n"
                    .formatted(
                            id,
                            at.plus(Duration.ofDays(9)),
                            won ? "won" : "lost",
                            won ? "" : "NO_BUDGET",
                            won ? "customer-persona" : ""));
        }
        importRows(Service.LEAD_INTAKE, LEADS, "leads-" + run, leadRows);
        importRows(Service.HANDOFF_SERVICE, OUTCOMES, "outcomes-" + run, outcomeRows);
    }

    private void importRows(Service service, String mapping, String name, StringBuilder rows) throws IOException {
        Path file = Files.writeString(Path.of("target/" + name + ".csv"), rows);
        Answer answer = world.admin(service).importFile("/v1/imports", mapping, file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }

    /** A lead of the history from this source. */
    private String history(String source) {
        return world.topics().all("leadloop.leads").stream()
                .filter(seen -> seen.value() != null && seen.value().contains("\"a-" + source + "-"))
                .findFirst()
                .orElseThrow()
                .key();
    }

    private static String post(ObjectNode lead) {
        return world.website().post("/v1/leads", lead).json().get("leadId").asText();
    }

    private static JsonNode score(String leadId) {
        return Eventually.get(SOON, () -> {
            Answer answer = world.marketing(Service.SCORING_SERVICE).get("/v1/scores/" + leadId);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return answer.json();
        });
    }
}
