package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.Service;
import io.leadloop.deploy.kafka.TopicPlan;
import io.leadloop.events.Topics;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the services speak on is what an installation creates. */
class TopicsFileTest {

    @Test
    void the_topics_that_are_created_are_those_that_events_travel_on() throws IllegalAccessException {
        // Given
        Set<String> spokenOn = new HashSet<>();
        for (Field constant : Topics.class.getFields()) {
            spokenOn.add((String) constant.get(null));
        }
        Arrays.stream(Service.values()).forEach(service -> spokenOn.add(Topics.deadLetters(service.id())));

        // When
        var created = TopicPlan.load(Map.of()).topics().stream()
                .map(TopicPlan.Topic::name)
                .filter(name -> !name.startsWith("leadloop.heartbeats."));

        // Then
        assertThat(spokenOn).hasSizeGreaterThan(Service.values().length);
        assertThat(created).containsExactlyInAnyOrderElementsOf(spokenOn);
    }
}
