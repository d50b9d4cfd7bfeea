package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.Service;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.SampleWorld;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A record that cannot be used is put aside, and the next one is done. */
class DeadLetterIT {
    private final SampleWorld world = SampleWorld.running();

    @Test
    void garbage_on_a_topic_is_put_aside_and_holds_up_nobody() {
        // Given a record that is no event
        String canary = "canary-" + UUID.randomUUID();
        world.topics()
                .write(
                        "leadloop.leads",
                        "not a lead".getBytes(StandardCharsets.UTF_8),
                        ("{\"email\":\"" + canary + "@example.com\"").getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "ce_type",
                                "io.leadloop.lead.captured.v1",
                                "ce_id",
                                UUID.randomUUID().toString()));

        // When a lead follows
        String leadId = world.website()
                .post("/v1/leads", SampleWorld.dana())
                .json()
                .get("leadId")
                .asText();

        // Then the lead is scored, and the garbage is among the dead letters of everyone who reads the topic
        Eventually.within(
                Duration.ofSeconds(10),
                () -> assertThat(world.marketing(Service.SCORING_SERVICE)
                                .get("/v1/scores/" + leadId)
                                .status())
                        .isEqualTo(200));
        for (String service : new String[] {"scoring-service", "handoff-service", "reporting-service"}) {
            Eventually.within(
                    Duration.ofSeconds(10),
                    () -> assertThat(world.topics().all("leadloop." + service + ".dead-letters"))
                            .anySatisfy(letter -> {
                                assertThat(letter.type()).isEqualTo("io.leadloop.record.dead-lettered.v1");
                                assertThat(Json.read(letter.value())
                                                .get("topic")
                                                .asText())
                                        .isEqualTo("leadloop.leads");
                                assertThat(Json.read(letter.value())
                                                .get("reason")
                                                .asText())
                                        .isNotBlank();
                            }));
            // And nothing of the person is in the letter
            assertThat(world.topics().all("leadloop." + service + ".dead-letters"))
                    .noneSatisfy(letter -> assertThat(letter.value()).contains(canary));
        }
    }
}
