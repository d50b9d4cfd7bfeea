package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.deploy.Service;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Databases;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.SampleWorld;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A service that fails at what it is told (a trigger in its database stands for the defect) puts the lead's events aside, and
 * applies them when it is mended: the end is the one without the failure.
 */
class RedriveIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String DEFECT_ONLY = "{\"reason\":\"failed with\"}";

    private final SampleWorld world = SampleWorld.running();
    private final Databases databases = new Databases(world.installation());

    @ParameterizedTest
    @CsvSource({
        "SCORING_SERVICE,   lead_score,  io.leadloop.lead.captured.v1",
        "HANDOFF_SERVICE,   handoff,     io.leadloop.lead.qualified.v1",
        "SLA_TRACKER,       clock,       io.leadloop.handoff.accepted.v1",
        "REPORTING_SERVICE, lead_funnel, io.leadloop.lead.won.v1",
        "LEAD_INTAKE,       lead,        io.leadloop.lead.won.v1",
    })
    void what_a_defect_put_aside_is_applied_when_the_defect_is_mended(Service broken, String table, String lastLost) {
        // Given a lead that arrives while a service fails at it
        world.acceptAllOpenOffers();
        String campaign = "redrive-" + UUID.randomUUID();
        ObjectNode dana = SampleWorld.dana();
        ((ObjectNode) dana.get("touch")).put("campaign", campaign);
        boolean isBeforeOffer = broken == Service.SCORING_SERVICE || broken == Service.HANDOFF_SERVICE;
        // The post itself writes to intake's table
        String leadId = broken == Service.LEAD_INTAKE ? post(dana) : null;
        breakTable(broken, table);
        if (leadId == null) {
            leadId = post(dana);
        }
        String lead = leadId;
        if (!isBeforeOffer) {
            win(lead);
        }
        Eventually.within(SOON, () -> assertThat(putAside(broken, lead)).contains(lastLost));

        // When it is mended, and what waits is redriven
        mendTable(broken, table);
        JsonNode redriven =
                world.ops(broken).post("/v1/dead-letters/redrive", DEFECT_ONLY).json();

        // Then nothing of it waits any more, and the lead has come where it would have come
        assertThat(redriven.path("redriven").asInt()).as(redriven.toString()).isPositive();
        assertThat(redriven.path("stillFailing").asInt())
                .as(redriven.toString())
                .isZero();
        Eventually.within(SOON, () -> assertThat(redriveUntilNoneWaits(broken)).isZero());
        if (isBeforeOffer) {
            win(lead);
        }
        assertWonEverywhere(lead, campaign);
        // And a second redrive finds nothing to do
        JsonNode again =
                world.ops(broken).post("/v1/dead-letters/redrive", DEFECT_ONLY).json();
        assertThat(again.path("redriven").asInt()).isZero();
    }

    @AfterEach
    void mend() {
        for (Service service : Service.values()) {
            databases.execute(service, "drop function if exists defect cascade");
        }
    }

    private void breakTable(Service service, String table) {
        databases.execute(service, """
                create function defect() returns trigger language plpgsql as $$
                begin raise exception 'a defect'; end $$;
                create trigger defect before insert or update on %s for each row execute function defect()
                """.formatted(table));
    }

    private void mendTable(Service service, String table) {
        databases.execute(service, "drop trigger defect on " + table);
    }

    private String post(ObjectNode lead) {
        return world.website().post("/v1/leads", lead).json().get("leadId").asText();
    }

    private void win(String leadId) {
        String handoff = Eventually.get(SOON, () -> {
            JsonNode newest = world.newestHandoff(leadId);
            assertThat(newest.path("state").asText()).isEqualTo("offered");
            return "/v1/handoffs/" + newest.get("handoffId").asText();
        });
        Api rep = world.admin(Service.HANDOFF_SERVICE);
        assertThat(rep.post(handoff + "/accept", "{}").status()).isEqualTo(200);
        assertThat(rep.post(handoff + "/outcome", "{\"outcome\":\"won\",\"amount\":\"5.00\",\"currency\":\"USD\"}")
                        .status())
                .isEqualTo(200);
    }

    /** The types of the lead's events that wait. */
    private String putAside(Service service, String leadId) {
        StringBuilder types = new StringBuilder();
        world.ops(service)
                .get("/v1/dead-letters?state=waiting&reason=failed%20with&limit=200")
                .json()
                .get("items")
                .forEach(letter -> {
                    if (letter.path("recordKey").asText().equals(leadId)) {
                        types.append(letter.path("type").asText()).append(' ');
                    }
                });
        return types.toString();
    }

    /** What was in flight while the table was mended may have come too late for the first call. */
    private long redriveUntilNoneWaits(Service service) {
        return world.ops(service)
                .post("/v1/dead-letters/redrive", DEFECT_ONLY)
                .json()
                .get("waiting")
                .asLong();
    }

    private void assertWonEverywhere(String leadId, String campaign) {
        Eventually.within(
                SOON,
                () -> assertThat(world.admin(Service.LEAD_INTAKE)
                                .get("/v1/leads/" + leadId)
                                .json()
                                .get("status")
                                .asText())
                        .isEqualTo("won"));
        Eventually.within(
                SOON,
                () -> assertThat(world.marketing(Service.SCORING_SERVICE)
                                .get("/v1/scores/" + leadId)
                                .json()
                                .path("grade")
                                .asText())
                        .isEqualTo("A1"));
        Eventually.within(SOON, () -> {
            JsonNode clocks = world.ops(Service.SLA_TRACKER)
                    .get("/v1/clocks?clock=acceptance&leadId=" + leadId)
                    .json()
                    .get("items");
            assertThat(clocks).hasSize(1);
            assertThat(clocks.get(0).get("state").asText()).isEqualTo("met");
        });
        Eventually.within(SOON, () -> {
            JsonNode row = campaign(campaign);
            for (String figure : new String[] {"leads", "mql", "sql", "won"}) {
                assertThat(row.path(figure).asInt()).as(figure).isEqualTo(1);
            }
            assertThat(row.get("revenue").asText()).isEqualTo("5.00");
        });
        assertThat(world.topics().about("leadloop.handoffs", leadId).stream()
                        .filter(seen -> seen.type().equals("io.leadloop.handoff.offered.v1")))
                .hasSize(1);
    }

    private JsonNode campaign(String campaign) {
        JsonNode items = world.marketing(Service.REPORTING_SERVICE)
                .get("/v1/reports/campaigns?limit=200&from="
                        + LocalDate.now(ZoneOffset.UTC).minusDays(1))
                .json()
                .path("items");
        for (JsonNode item : items) {
            if (item.path("campaign").asText().equals(campaign)) {
                return item;
            }
        }
        throw new AssertionError("The campaign is not in the report yet");
    }
}
