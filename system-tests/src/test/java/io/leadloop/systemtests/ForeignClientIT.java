package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.SampleWorld;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** A hand-off, read by software that knows nothing of us. */
class ForeignClientIT {
    private final SampleWorld world = SampleWorld.running();

    @Test
    void the_cloudevents_sdk_reads_a_handoff() {
        // Given an offer
        String leadId = offeredLead();

        // When the SDK of the CloudEvents project reads the topic
        List<CloudEvent> events = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", world.installation().kafkaBootstrap(), "enable.auto.commit", "false"),
                new StringDeserializer(),
                new CloudEventDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("leadloop.handoffs").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                try {
                    consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                        // A tombstone is no event.
                        if (record.value() != null) {
                            events.add(record.value());
                        }
                    });
                } catch (RecordDeserializationException noCloudEvent) {
                    // Other stories put poison on the topic; a foreign client skips it.
                    consumer.seek(noCloudEvent.topicPartition(), noCloudEvent.offset() + 1);
                }
            }
        }

        // Then it is a CloudEvent with all that the specification asks
        assertThat(events).anySatisfy(event -> {
            assertThat(event.getSubject()).isEqualTo(leadId);
            assertThat(event.getType()).isEqualTo("io.leadloop.handoff.offered.v1");
            assertThat(event.getSource().toString()).isEqualTo("/handoff-service");
            assertThat(event.getSpecVersion().toString()).isEqualTo("1.0");
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(event.getTime()).isNotNull();
        });
    }

    @Test
    void kcat_reads_a_handoff() throws IOException, InterruptedException {
        assumeTrue(onPath("kcat"), "kcat is not installed");
        // Given an offer
        String leadId = offeredLead();

        // When kcat prints the topic, as the README says
        Process kcat = new ProcessBuilder(
                        "kcat",
                        "-b",
                        world.installation().kafkaBootstrap(),
                        "-t",
                        "leadloop.handoffs",
                        "-C",
                        "-J",
                        "-e",
                        "-q",
                        "-o",
                        "beginning")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<JsonNode> records = new String(kcat.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(Json::read)
                .toList();
        assertThat(kcat.waitFor()).isZero();

        // Then the offer is there with its headers
        assertThat(records).anySatisfy(record -> {
            assertThat(record.get("key").asText()).isEqualTo(leadId);
            assertThat(record.get("headers").toString())
                    .contains("ce_id", "ce_type", "io.leadloop.handoff.offered.v1", "content-type", "traceparent");
            assertThat(Json.read(record.get("payload").asText())
                            .at("/handoff/brief/profile/company")
                            .asText())
                    .isEqualTo("Acme Industries");
        });
    }

    private String offeredLead() {
        String leadId = world.website()
                .post("/v1/leads", SampleWorld.dana())
                .json()
                .get("leadId")
                .asText();
        Eventually.within(
                Duration.ofSeconds(15),
                () -> assertThat(world.topics().about("leadloop.handoffs", leadId))
                        .isNotEmpty());
        return leadId;
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }
}
