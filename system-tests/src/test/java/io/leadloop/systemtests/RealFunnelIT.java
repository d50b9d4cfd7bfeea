package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadloop.deploy.Service;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Api.Answer;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.SampleWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A real marketing funnel of 8,000 leads and 842 won deals (Olist, Kaggle, CC BY-NC-SA: not ours to ship), for whoever has it:
 * {@code LEADLOOP_OLIST_FUNNEL} names the folder with {@code marketing_qualified_leads.csv} and {@code closed_deals.csv}.
 */
@EnabledIfEnvironmentVariable(named = "LEADLOOP_OLIST_FUNNEL", matches = ".+")
class RealFunnelIT {
    private static final Duration LOADED_WITHIN = Duration.ofMinutes(4);
    private static final String LEADS = """
            {"kind": "leads",
             "columns": {"mql_id": "externalId", "first_contact_date": "capturedAt", "origin": "source",
                         "landing_page_id": ["campaign", "landingPage"]},
             "constants": {"stage": "mql"}, "formats": {"capturedAt": "dd-MM-yyyy"}}""";
    private static final String OUTCOMES = """
            {"kind": "outcomes",
             "columns": {"mql_id": "externalId", "won_date": "occurredAt", "sr_id": "repId",
                         "lead_behaviour_profile": "persona", "declared_monthly_revenue": "amount"},
             "constants": {"outcome": "won", "currency": "BRL"}}""";

    /** source: leads, won, rate %, median days to won; counted by others from the files. */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("organic_search", "2296 271 11.80 14.91"),
            Map.entry("paid_search", "1586 195 12.30 15.67"),
            Map.entry("social", "1350 75 5.56 30.56"),
            Map.entry("unknown", "1099 179 16.29 11.83"),
            Map.entry("direct_traffic", "499 56 11.22 10.58"),
            Map.entry("email", "493 15 3.04 21.12"),
            Map.entry("referral", "284 24 8.45 19.37"),
            Map.entry("other", "150 4 2.67 9.56"),
            Map.entry("display", "118 6 5.08 9.17"),
            Map.entry("other_publicities", "65 3 4.62 35.79"),
            Map.entry("(empty)", "60 14 23.33 8.08"));

    private final SampleWorld world = SampleWorld.running();

    @Test
    void the_sources_report_is_the_table_that_others_counted() throws IOException {
        // Given the two files
        Path folder = Path.of(System.getenv("LEADLOOP_OLIST_FUNNEL"));
        Api intake = world.admin(Service.LEAD_INTAKE);
        Api handoff = world.admin(Service.HANDOFF_SERVICE);
        String period = "?from=2017-06-14&to=2018-06-01";

        // When they are imported through the real path
        Instant start = Instant.now();
        Answer leads = intake.importFile("/v1/imports", LEADS, folder.resolve("marketing_qualified_leads.csv"));
        Answer outcomes = handoff.importFile("/v1/imports", OUTCOMES, folder.resolve("closed_deals.csv"));
        assertThat(leads.status()).as(leads.body()).isEqualTo(202);
        assertThat(outcomes.status()).as(outcomes.body()).isEqualTo(202);

        // Then the report is the table
        Eventually.within(LOADED_WITHIN, () -> assertThat(table(period)).containsAllEntriesOf(EXPECTED));
        Duration took = Duration.between(start, Instant.now());
        System.out.printf("8,842 rows from file to report in %.1f s%n", took.toMillis() / 1000.0);

        // And what became of them was learned, at least as well as by a plain regression
        Eventually.within(LOADED_WITHIN, () -> {
            JsonNode model = world.marketing(Service.SCORING_SERVICE)
                    .get("/v1/learned-model")
                    .json();
            assertThat(model.get("state").asText()).as(model.toString()).isEqualTo("published");
            assertThat(model.at("/outcomes/won").asInt()).isGreaterThanOrEqualTo(842);
            assertThat(model.at("/card/judgedOn/leads").asInt()).isGreaterThanOrEqualTo(2_400);
            assertThat(model.at("/card/judgement/ranking/auc").asDouble()).isGreaterThanOrEqualTo(.68);
            System.out.println(model.at("/card/verdict").asText());
        });

        // And the same files again change nothing
        Map<String, String> before = table(period);
        String again = intake.importFile("/v1/imports", LEADS, folder.resolve("marketing_qualified_leads.csv"))
                .json()
                .get("importId")
                .asText();
        Eventually.within(
                LOADED_WITHIN,
                () -> assertThat(intake.get("/v1/imports/" + again)
                                .json()
                                .at("/rows/skipped")
                                .asInt())
                        .isEqualTo(8_000));
        assertThat(table(period)).isEqualTo(before);
    }

    private Map<String, String> table(String period) {
        Map<String, String> table = new TreeMap<>();
        Answer answer = world.marketing(Service.REPORTING_SERVICE).get("/v1/reports/sources" + period);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        for (JsonNode row : answer.json().get("items")) {
            table.put(
                    row.path("source").isTextual() ? row.get("source").asText() : "(empty)",
                    "%d %d %s %s"
                            .formatted(
                                    row.get("leads").asInt(),
                                    row.get("won").asInt(),
                                    row.get("wonRatePercent").decimalValue().setScale(2),
                                    row.path("medianDaysToWon").decimalValue().setScale(2)));
        }
        return table;
    }
}
