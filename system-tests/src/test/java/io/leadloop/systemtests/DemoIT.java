package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.demo.Demo;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.SampleWorld;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A short form of {@code ./leadloop demo}: after it, the reports have something to show. */
class DemoIT {
    private static final Duration ARRIVED_WITHIN = Duration.ofSeconds(60);

    private final SampleWorld world = SampleWorld.running();

    @Test
    void after_a_short_demo_the_reports_show_a_quarter_and_the_reps_have_answered() {
        // Given what the reports show already, and no offer of another story that could expire and wander on
        world.acceptAllOpenOffers();
        JsonNode before = total();
        long offersBefore = offers();
        Demo demo = new Demo(world.installation(), System.nanoTime(), (part, news) -> {});

        // When 300 historical leads and about 20 live ones are played
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        demo.history(today, 300);
        long offersAfterHistory = offers();
        String done = demo.live(2, Duration.ofSeconds(10));

        // Then history woke no rep, and everything is counted
        assertThat(offersAfterHistory).isEqualTo(offersBefore);
        assertThat(done).contains("captured", "accepted");
        Eventually.within(ARRIVED_WITHIN, () -> {
            JsonNode now = total();
            assertThat(now.get("leads").asLong() - before.get("leads").asLong()).isBetween(280L, 330L);
            assertThat(now.get("mql").asLong() - before.get("mql").asLong()).isGreaterThan(60);
            assertThat(now.get("sql").asLong() - before.get("sql").asLong()).isGreaterThan(40);
            assertThat(now.get("won").asLong() - before.get("won").asLong()).isGreaterThan(10);
        });
        // And every page that lists something lists it
        Api marketing = world.marketing(Service.REPORTING_SERVICE);
        assertThat(marketing.get("/").body()).contains("webinar", "partner", "linkedin");
        assertThat(marketing.get("/campaigns").body()).contains("ops-leaders", "sla-that-works");
        world.acceptAllOpenOffers();
    }

    private JsonNode total() {
        return world.marketing(Service.REPORTING_SERVICE)
                .get("/v1/reports/sources")
                .json()
                .get("total");
    }

    private long offers() {
        return world.ops(Service.HANDOFF_SERVICE).get("/v1/reconciliation").json().findParents("account").stream()
                .filter(account -> account.get("account").asText().equals("offers"))
                .mapToLong(account -> account.get("entries").asLong())
                .sum();
    }
}
