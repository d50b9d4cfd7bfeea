package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadloop.deploy.Service;
import io.leadloop.systemtests.world.Databases;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Kafka;
import io.leadloop.systemtests.world.SampleWorld;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What was applied once is not applied again, whoever sends it. */
class ReplayIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final SampleWorld world = SampleWorld.running();
    private final Databases databases = new Databases(world.installation());
    private final Kafka kafka = new Kafka(world.installation().kafkaBootstrap());

    @Test
    void replaying_every_topic_from_the_start_changes_no_row_and_sends_nothing() {
        // Given a lead that went the whole way, and silence
        String leadId = world.website()
                .post("/v1/leads", SampleWorld.dana())
                .json()
                .get("leadId")
                .asText();
        JsonNode offer = Eventually.get(SOON, () -> {
            JsonNode newest = world.newestHandoff(leadId);
            assertThat(newest.path("state").asText()).isEqualTo("offered");
            return newest;
        });
        String handoff = "/v1/handoffs/" + offer.get("handoffId").asText();
        assertThat(world.rep(offer.get("repId").asText())
                        .post(handoff + "/accept", "{}")
                        .status())
                .isEqualTo(200);
        world.acceptAllOpenOffers();
        kafka.awaitQuiet(SOON);
        Map<Service, Map<String, List<String>>> before = dumps();
        long recordsBefore = kafka.recordsOnBusinessTopics();
        long consumedBefore = kafka.consumed();

        // When every consumer starts over
        List<Service> all = List.of(Service.values());
        all.forEach(service -> world.installation().stop(service.id()));
        all.forEach(service -> kafka.rewind(service.id()));
        all.forEach(service -> world.installation().start(service.id()));
        kafka.awaitQuiet(Duration.ofSeconds(60));

        // Then all of it was read again
        assertThat(kafka.consumed()).isGreaterThanOrEqualTo(consumedBefore).isPositive();
        // And nothing changed, and nothing was said
        assertThat(kafka.recordsOnBusinessTopics()).isEqualTo(recordsBefore);
        Map<Service, Map<String, List<String>>> after = dumps();
        for (Service service : all) {
            assertThat(after.get(service).keySet())
                    .isEqualTo(before.get(service).keySet());
            before.get(service)
                    .forEach((table, rows) -> assertThat(after.get(service).get(table))
                            .as(service.id() + " " + table)
                            .containsExactlyElementsOf(rows));
        }
    }

    private Map<Service, Map<String, List<String>>> dumps() {
        Map<Service, Map<String, List<String>>> dumps = new TreeMap<>();
        Arrays.stream(Service.values()).forEach(service -> dumps.put(service, databases.dump(service)));
        return dumps;
    }
}
