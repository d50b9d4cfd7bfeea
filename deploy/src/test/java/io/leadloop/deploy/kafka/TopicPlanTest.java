package io.leadloop.deploy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
    private static final List<String> BUSINESS_TOPICS = List.of(
            "leadloop.leads",
            "leadloop.activities",
            "leadloop.scores",
            "leadloop.handoffs",
            "leadloop.closed-loop",
            "leadloop.sla",
            "leadloop.agreements");

    @Test
    void every_business_topic_and_the_own_topics_of_each_service_are_planned() {
        // Given
        Stream<String> own = Arrays.stream(Service.values())
                .flatMap(service ->
                        Stream.of("leadloop." + service.id() + ".dead-letters", "leadloop.heartbeats." + service.id()));

        // When
        TopicPlan plan = TopicPlan.load(Map.of());

        // Then
        assertThat(plan.topics())
                .extracting(TopicPlan.Topic::name)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(BUSINESS_TOPICS.stream(), own).toList());
    }

    @Test
    void topics_with_personal_data_keep_the_latest_state_of_each_lead() {
        for (String name : List.of("leadloop.leads", "leadloop.scores", "leadloop.handoffs")) {
            assertThat(topic(name, Map.of()).config())
                    .containsEntry("cleanup.policy", "compact")
                    .containsEntry("min.compaction.lag.ms", "604800000")
                    .containsEntry("max.compaction.lag.ms", "691200000")
                    .containsEntry("segment.ms", "86400000")
                    .containsEntry("delete.retention.ms", "2592000000");
        }
    }

    @Test
    void the_closed_loop_is_kept_for_ever() {
        assertThat(topic("leadloop.closed-loop", Map.of()).config()).containsEntry("retention.ms", "-1");
    }

    @Test
    void topics_keyed_by_lead_have_twelve_partitions_and_agreements_one() {
        assertThat(topic("leadloop.leads", Map.of()).partitions()).isEqualTo(12);
        assertThat(topic("leadloop.agreements", Map.of()).partitions()).isEqualTo(1);
    }

    @Test
    void the_same_file_serves_one_broker_and_a_cluster() {
        // Given
        Map<String, String> cluster = Map.of("LEADLOOP_TOPIC_REPLICAS", "3", "LEADLOOP_TOPIC_MIN_IN_SYNC", "2");

        // When
        TopicPlan.Topic here = topic("leadloop.leads", Map.of());
        TopicPlan.Topic there = topic("leadloop.leads", cluster);

        // Then
        assertThat(here.replicas()).isEqualTo((short) 1);
        assertThat(here.config()).containsEntry("min.insync.replicas", "1");
        assertThat(there.replicas()).isEqualTo((short) 3);
        assertThat(there.config()).containsEntry("min.insync.replicas", "2");
    }

    private static TopicPlan.Topic topic(String name, Map<String, String> environment) {
        return TopicPlan.load(environment).topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
