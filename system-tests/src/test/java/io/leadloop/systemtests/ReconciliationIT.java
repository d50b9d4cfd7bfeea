package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.deploy.Service;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Databases;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.SampleWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Promise 10: accepted = open + closed + quarantined + merged + erased + in flight, and the ids behind any difference. What is
 * damaged here is put back, since other stories share the world.
 */
class ReconciliationIT {
    private static final Duration ARRIVED_WITHIN = Duration.ofSeconds(30);
    /** What was told a minute ago is no longer in flight. */
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);

    private static final String PAST = """
            email,source,campaign,capturedAt,stage
            %1$s,partner,autumn,2025-10-01T08:00:00Z,sql
            %2$s,partner,autumn,2025-10-02T08:00:00Z,mql
            """;
    private static final String PAST_MAPPING = """
            {"kind": "leads", "columns": {"email": "email", "source": "source", "campaign": "campaign",
             "capturedAt": "capturedAt", "stage": "stage"}}""";
    private static final String WON = """
            email,occurredAt,outcome,amount,currency
            %1$s,2025-11-01T08:00:00Z,won,500,USD
            """;
    private static final String WON_MAPPING = """
            {"kind": "outcomes", "columns": {"email": "email", "occurredAt": "occurredAt", "outcome": "outcome",
             "amount": "amount", "currency": "currency"}}""";

    private final SampleWorld world = SampleWorld.running();
    private final Databases databases = new Databases(world.installation());
    private final Api reporting = world.ops(Service.REPORTING_SERVICE);

    @Test
    void after_a_mixed_load_everything_balances_and_a_damaged_row_is_named_wherever_it_lies() throws IOException {
        // Given leads of every kind: qualified and answered in every way, joined, not qualified, historical
        String won = answered("accept");
        outcome(won, "{\"outcome\": \"won\", \"amount\": 1000, \"currency\": \"USD\"}");
        String recycled = answered("accept");
        outcome(recycled, "{\"outcome\": \"recycled\", \"reason\": \"BAD_TIMING\"}");
        String rejected = answered("reject");
        String accepted = answered("accept");
        join(accepted);
        List<String> junk = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            junk.add(post(Json.empty().put("email", "junk." + UUID.randomUUID() + "@free.example")));
        }
        importHistory();

        // When all books are compared
        // Then they balance, at every service
        Eventually.within(SETTLED_WITHIN, () -> {
            JsonNode found = compared();
            assertThat(found.at("/balanced").asBoolean()).as(found.toString()).isTrue();
            assertThat(found.at("/accepted").asLong()).isGreaterThanOrEqualTo(7);
        });
        JsonNode all = compared();
        for (JsonNode equation : all.get("equations")) {
            assertThat(sum(equation))
                    .as(equation.toString())
                    .isEqualTo(equation.at("/told").asLong());
        }

        // When a row is lost in each database, long after it was told
        Eventually.within(
                SETTLED_WITHIN,
                () -> assertThat(inFlight(junk.getFirst(), junk.getLast(), won, recycled, rejected, accepted))
                        .isEmpty());
        lost(Service.SCORING_SERVICE, "lead_score", "lead_id", junk.getFirst(), () -> {
            named("leads-lead-intake-scoring-service", "missing", junk.getFirst());
            named("scores-scoring-service-reporting-service", "unknown", junk.getFirst());
        });
        lost(Service.REPORTING_SERVICE, "lead_funnel", "lead_id", rejected, () -> {
            named("leads-lead-intake-reporting-service", "missing", rejected);
            named("handoffs-handoff-service-reporting-service", "missing", rejected);
            named("outcomes-handoff-service-reporting-service", "missing", rejected);
        });
        lost(
                Service.SLA_TRACKER,
                "clock",
                "lead_id",
                won,
                () -> named("offers-handoff-service-sla-tracker", "missing", won));
        lost(Service.HANDOFF_SERVICE, "handoff", "lead_id", accepted, () -> {
            named("qualified-scoring-service-handoff-service", "missing", accepted);
            named("offers-handoff-service-sla-tracker", "unknown", accepted);
        });
        lost(
                Service.LEAD_INTAKE,
                "lead",
                "lead_id",
                junk.getFirst(),
                () -> named("leads-lead-intake-scoring-service", "unknown", junk.getFirst()));
        // And many of them are listed part by part
        lostTogether(
                junk,
                () -> assertThat(listedTwoByTwo("leads-lead-intake-reporting-service"))
                        .containsExactlyInAnyOrderElementsOf(junk));
        // And, with the rows back, everything balances again
        assertThat(compared().at("/balanced").asBoolean()).isTrue();
    }

    @Test
    void a_lead_whose_event_is_among_the_dead_letters_is_shown_as_quarantined() {
        // Given a record with a lead's key that nobody can read
        String leadId = answered("accept");
        world.topics()
                .write(
                        "leadloop.leads",
                        leadId.getBytes(StandardCharsets.UTF_8),
                        "{".getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "ce_type",
                                "io.leadloop.lead.updated.v1",
                                "ce_id",
                                UUID.randomUUID().toString()));

        // When the books are compared
        // Then the lead is quarantined at every consumer, and the books balance all the same
        for (String hearer : List.of("scoring-service", "handoff-service", "reporting-service")) {
            Eventually.within(ARRIVED_WITHIN, () -> named("leads-lead-intake-" + hearer, "quarantined", leadId));
        }
        Eventually.within(
                SETTLED_WITHIN,
                () -> assertThat(compared().at("/balanced").asBoolean()).isTrue());
        assertThat(world.ops(Service.SCORING_SERVICE)
                        .get("/v1/reconciliation/accounts/leads?state=quarantined")
                        .body())
                .contains(leadId);
        // And the page says so
        assertThat(reporting.get("/reconciliation").body())
                .contains("quarantined")
                .contains("Every accepted lead is scored");
        assertThat(reporting
                        .get("/reconciliation/equations/leads-lead-intake-scoring-service?kind=quarantined")
                        .body())
                .contains(leadId);
        for (Service service : List.of(Service.SCORING_SERVICE, Service.HANDOFF_SERVICE, Service.REPORTING_SERVICE)) {
            discardDeadLetters(service, leadId);
        }
    }

    @Test
    void a_service_that_does_not_answer_is_shown_as_such_and_not_as_a_difference() {
        // Given a service that is down
        world.installation().stop("sla-tracker");
        try {
            // When the books are compared
            JsonNode found = compared();

            // Then its equations have no numbers, and the others have theirs
            assertThat(found.get("silent").toString()).isEqualTo("[\"sla-tracker\"]");
            JsonNode clocks = equation(found, "offers-handoff-service-sla-tracker");
            assertThat(clocks.has("balanced")).isFalse();
            assertThat(clocks.has("told")).isFalse();
            assertThat(equation(found, "leads-lead-intake-scoring-service").has("told"))
                    .isTrue();
            assertThat(reporting.get("/reconciliation").body()).contains("sla-tracker does not answer");
        } finally {
            world.installation().start("sla-tracker");
        }
    }

    private void discardDeadLetters(Service service, String leadId) {
        Api ops = world.ops(service);
        JsonNode waiting =
                ops.get("/v1/dead-letters?state=waiting&limit=200").json().get("items");
        List<JsonNode> ofLead = StreamSupport.stream(waiting.spliterator(), false)
                .filter(letter -> letter.path("recordKey").asText().equals(leadId))
                .toList();
        assertThat(ofLead).as(service.id()).hasSize(1);
        String path =
                "/v1/dead-letters/" + ofLead.getFirst().get("deadLetterId").asText();
        assertThat(ops.post(path + "/discard", "{\"reason\":\"sent by a test\"}")
                        .status())
                .isEqualTo(200);
    }

    private JsonNode compared() {
        Api.Answer answer = reporting.get("/v1/reconciliation");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode equation(JsonNode found, String id) {
        return StreamSupport.stream(found.get("equations").spliterator(), false)
                .filter(one -> one.get("equation").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static long sum(JsonNode equation) {
        long states = StreamSupport.stream(equation.get("states").spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .sum();
        return states
                + equation.at("/quarantined").asLong()
                + equation.at("/inFlight").asLong()
                + equation.at("/missing").asLong()
                + equation.at("/different").asLong()
                + equation.at("/notCompared").asLong();
    }

    /** The lead is among the differences of that kind, and the equation's own number says that there are some. */
    private void named(String equation, String kind, String leadId) {
        String list = reporting
                .get("/v1/reconciliation/equations/" + equation + "?limit=200&kind=" + kind)
                .body();
        assertThat(list).as(equation + " " + kind).contains(leadId);
        assertThat(equation(compared(), equation).get(kind).asLong()).isPositive();
    }

    /** Takes a lead's rows out of a table, looks, and puts them back. */
    private void lost(Service service, String table, String column, String leadId, Runnable look) {
        String where = " where " + column + " = '" + leadId + "'";
        databases.damage(service, "create table kept as select * from " + table + where);
        databases.damage(service, "delete from " + table + where);
        try {
            assertThat(databases.query(service, "select 1 from kept")).as(table).isNotEmpty();
            assertThat(compared().at("/balanced").asBoolean()).as(table).isFalse();
            look.run();
        } finally {
            databases.damage(service, "insert into " + table + " select * from kept");
            databases.damage(service, "drop table kept");
        }
    }

    private void lostTogether(List<String> leadIds, Runnable look) {
        String where = " where lead_id in ('" + String.join("', '", leadIds) + "')";
        databases.damage(Service.REPORTING_SERVICE, "create table kept as select * from lead_funnel" + where);
        databases.damage(Service.REPORTING_SERVICE, "delete from lead_funnel" + where);
        try {
            look.run();
        } finally {
            databases.damage(Service.REPORTING_SERVICE, "insert into lead_funnel select * from kept");
            databases.damage(Service.REPORTING_SERVICE, "drop table kept");
        }
    }

    private List<String> listedTwoByTwo(String equation) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = reporting
                    .get("/v1/reconciliation/equations/" + equation + "?kind=missing&limit=2" + cursor)
                    .json();
            assertThat(page.get("items").size()).isBetween(1, 2);
            page.get("items").forEach(item -> found.add(item.get("leadId").asText()));
            cursor = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        return found;
    }

    /** Which of these leads any service calls in flight. */
    private List<String> inFlight(String... leadIds) {
        List<String> moving = new ArrayList<>();
        for (Service service : List.of(Service.LEAD_INTAKE, Service.SCORING_SERVICE, Service.HANDOFF_SERVICE)) {
            String ids = "('" + String.join("', '", leadIds) + "')";
            moving.addAll(databases.query(
                    service,
                    "select key from outbox where time > clock_timestamp() - interval '62 seconds' and key in " + ids));
        }
        return moving;
    }

    private String post(ObjectNode lead) {
        return world.website().post("/v1/leads", lead).json().get("leadId").asText();
    }

    private String answered(String answer) {
        String leadId = post(SampleWorld.dana());
        Eventually.within(ARRIVED_WITHIN, () -> {
            JsonNode offer = world.newestHandoff(leadId);
            assertThat(offer.path("state").asText()).isEqualTo("offered");
            assertThat(world.admin(Service.HANDOFF_SERVICE)
                            .post(
                                    "/v1/handoffs/" + offer.get("handoffId").asText() + "/" + answer,
                                    answer.equals("reject") ? "{\"reason\": \"NO_NEED\"}" : "{}")
                            .status())
                    .isEqualTo(200);
        });
        return leadId;
    }

    private void outcome(String leadId, String outcome) {
        assertThat(world.admin(Service.HANDOFF_SERVICE)
                        .post(
                                "/v1/handoffs/"
                                        + world.newestHandoff(leadId)
                                                .get("handoffId")
                                                .asText() + "/outcome",
                                outcome)
                        .status())
                .isEqualTo(200);
    }

    private void join(String leadId) {
        JsonNode lead =
                world.admin(Service.LEAD_INTAKE).get("/v1/leads/" + leadId).json();
        String email = lead.at("/profile/email").asText();
        assertThat(world.website()
                        .post("/v1/leads", Json.empty().put("email", email).put("message", "Once more."))
                        .status())
                .isEqualTo(200);
    }

    private void importHistory() throws IOException {
        String first = "past." + UUID.randomUUID() + "@old.example";
        String second = "past." + UUID.randomUUID() + "@old.example";
        Path leads = Files.writeString(Path.of("target/past-leads.csv"), PAST.formatted(first, second));
        Path outcomes = Files.writeString(Path.of("target/past-outcomes.csv"), WON.formatted(first));
        assertThat(world.admin(Service.LEAD_INTAKE)
                        .importFile("/v1/imports", PAST_MAPPING, leads)
                        .status())
                .isEqualTo(202);
        assertThat(world.admin(Service.HANDOFF_SERVICE)
                        .importFile("/v1/imports", WON_MAPPING, outcomes)
                        .status())
                .isEqualTo(202);
    }
}
