package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadloop.deploy.Service;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Api.Answer;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.SampleWorld;
import io.leadloop.systemtests.world.Topics.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** History comes as files: leads to intake, outcomes to hand-off, through the same topics as everything else. */
class ImportIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String LEADS = """
            {"kind": "leads",
             "columns": {"id": "externalId", "first_contact": "capturedAt", "origin": "source", "page": ["campaign", "landingPage"]},
             "constants": {"stage": "mql"}, "formats": {"capturedAt": "dd-MM-yyyy"}}""";
    private static final String OUTCOMES = """
            {"kind": "outcomes",
             "columns": {"id": "externalId", "won_at": "occurredAt", "rep": "repId", "profile": "persona", "revenue": "amount"},
             "constants": {"outcome": "won", "currency": "BRL"}}""";

    private final SampleWorld world = SampleWorld.running();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Api intake = world.admin(Service.LEAD_INTAKE);
    private final Api handoff = world.admin(Service.HANDOFF_SERVICE);

    @Test
    void history_is_counted_with_its_own_times_and_wakes_nobody() throws IOException {
        // Given outcomes that arrive before their leads
        Path outcomes = file("outcomes", """
                id,won_at,rep,profile,revenue
                %1$s-1,2018-01-11 12:00:00,rep-x,cat,100.10
                %1$s-2,2018-01-21 00:00:00,rep-y,,0.0
                """);
        Answer outcomesImport = handoff.importFile("/v1/imports", OUTCOMES, outcomes);
        assertThat(outcomesImport.status()).as(outcomesImport.body()).isEqualTo(202);
        String outcomesId = outcomesImport.json().get("importId").asText();
        Eventually.within(
                SOON, () -> assertThat(count(handoff, outcomesId, "waiting")).isEqualTo(2));

        // When the leads arrive, one of them broken
        Path leads = file("leads", """
                id,first_contact,page,origin
                %1$s-1,01-01-2018,page-%1$s,search-%1$s
                %1$s-2,01-01-2018,page-%1$s,search-%1$s
                %1$s-3,01-01-2018,page-%1$s,search-%1$s
                %1$s-4,2018/01/01,page-%1$s,search-%1$s
                """);
        String leadsId = intake.importFile("/v1/imports", LEADS, leads)
                .json()
                .get("importId")
                .asText();

        // Then the report has them, with the days from first contact to won
        Eventually.within(SOON, () -> {
            JsonNode row = source("search-" + run);
            assertThat(row.get("leads").asInt()).isEqualTo(3);
            assertThat(row.get("mql").asInt()).isEqualTo(3);
            assertThat(row.get("sql").asInt()).isEqualTo(2);
            assertThat(row.get("won").asInt()).isEqualTo(2);
            assertThat(row.get("medianDaysToWon").decimalValue()).isEqualByComparingTo("15.25");
            assertThat(row.at("/otherRevenue/0/currency").asText()).isEqualTo("BRL");
            assertThat(row.at("/otherRevenue/0/amount").asText()).isEqualTo("100.10");
        });
        // And the broken row is told with its reason
        JsonNode refused = intake.get("/v1/imports/" + leadsId + "/rows?state=refused")
                .json()
                .get("items");
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).get("row").asInt()).isEqualTo(4);
        assertThat(refused.get(0).get("message").asText()).contains("capturedAt", "dd-MM-yyyy");
        // And nobody was offered anything
        assertThat(world.topics().all("leadloop.leads"))
                .anySatisfy(seen -> assertThat(seen.value()).contains(run + "-1"));
        String leadId = world.topics().all("leadloop.leads").stream()
                .filter(seen -> seen.value() != null && seen.value().contains("\"" + run + "-1\""))
                .findFirst()
                .orElseThrow()
                .key();
        assertThat(world.topics().about("leadloop.handoffs", leadId)).isEmpty();

        // When the same files come again
        String again = intake.importFile("/v1/imports", LEADS, leads)
                .json()
                .get("importId")
                .asText();
        String outcomesAgain = handoff.importFile("/v1/imports", OUTCOMES, outcomes)
                .json()
                .get("importId")
                .asText();

        // Then nothing changes
        Eventually.within(
                SOON, () -> assertThat(count(intake, again, "skipped")).isEqualTo(3));
        Eventually.within(
                SOON, () -> assertThat(count(handoff, outcomesAgain, "skipped")).isEqualTo(2));
        assertThat(world.topics().about("leadloop.leads", leadId)).hasSize(1);
        assertThat(world.topics().about("leadloop.closed-loop", leadId)).hasSize(1);
    }

    @Test
    void an_outcome_that_another_system_knows_ends_an_open_offer_and_breaks_no_promise() throws IOException {
        // Given a lead that is offered to somebody
        String externalId = run + "-open";
        String leadId = world.website()
                .post("/v1/leads", SampleWorld.dana().put("externalId", externalId))
                .json()
                .get("leadId")
                .asText();
        Eventually.within(
                SOON,
                () -> assertThat(world.newestHandoff(leadId).path("state").asText())
                        .isEqualTo("offered"));

        // When the CRM's file says that it was won
        Path outcomes =
                file("known", "id,won_at,rep,profile,revenue\n" + externalId + "," + Instant.now() + ",rep-x,,5.00\n");
        Answer imported = handoff.importFile("/v1/imports", OUTCOMES, outcomes);
        assertThat(imported.status()).as(imported.body()).isEqualTo(202);

        // Then the offer has ended, and that is said where its clock hears of it
        Eventually.within(
                SOON, () -> assertThat(about("leadloop.handoffs", leadId)).endsWith("io.leadloop.handoff.closed.v1"));
        JsonNode closed = world.newestHandoff(leadId);
        assertThat(closed.get("state").asText()).isEqualTo("closed");
        Eventually.within(
                SOON,
                () -> assertThat(acceptance(closed).path("state").asText()).isEqualTo("cancelled"));

        // And nothing breaks when its time would have come, and nobody is offered it
        Instant due = Instant.parse(closed.get("acceptBy").asText());
        Eventually.within(SOON, () -> assertThat(Instant.now()).isAfter(due.plusSeconds(2)));
        assertThat(acceptance(closed).get("state").asText()).isEqualTo("cancelled");
        assertThat(world.topics().about("leadloop.sla", leadId))
                .filteredOn(
                        seen -> seen.value().contains(closed.get("handoffId").asText()))
                .extracting(Seen::type)
                .contains("io.leadloop.clock.cancelled.v1")
                .doesNotContain("io.leadloop.clock.breached.v1");
        assertThat(about("leadloop.handoffs", leadId)).endsWith("io.leadloop.handoff.closed.v1");
    }

    private List<String> about(String topic, String leadId) {
        return world.topics().about(topic, leadId).stream().map(Seen::type).toList();
    }

    private JsonNode acceptance(JsonNode handoff) {
        JsonNode newest = world.ops(Service.SLA_TRACKER)
                .get("/v1/clocks?clock=acceptance&leadId="
                        + handoff.get("leadId").asText())
                .json()
                .get("items")
                .path(0);
        assertThat(newest.path("handoffId").asText())
                .isEqualTo(handoff.get("handoffId").asText());
        return newest;
    }

    @Test
    void a_mapping_that_does_not_fit_the_file_is_refused_at_once() throws IOException {
        // Given a file without the column that the mapping names
        Path leads = file("odd", "id,when\n1,2018-01-01\n");

        // When it is imported
        Answer answer = intake.importFile("/v1/imports", LEADS, leads);

        // Then the answer says what there is
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("first_contact", "when");
    }

    private JsonNode source(String source) {
        JsonNode items = world.marketing(Service.REPORTING_SERVICE)
                .get("/v1/reports/sources")
                .json()
                .get("items");
        for (JsonNode row : items) {
            if (row.path("source").asText().equals(source)) {
                return row;
            }
        }
        throw new AssertionError("The report has no source " + source);
    }

    private static long count(Api api, String importId, String state) {
        return api.get("/v1/imports/" + importId).json().at("/rows/" + state).asLong();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(Files.createTempFile(name, ".csv"), content.formatted(run));
    }
}
