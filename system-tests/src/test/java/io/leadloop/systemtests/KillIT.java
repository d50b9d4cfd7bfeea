package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.deploy.Service;
import io.leadloop.systemtests.world.Api.Answer;
import io.leadloop.systemtests.world.Databases;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.SampleWorld;
import io.leadloop.systemtests.world.Topics.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Each service in turn is killed as by kill -9 while posts come in. What was acknowledged is written to a file of the test's
 * own, after the answer was read; afterwards the file is held against the topics and the databases.
 */
class KillIT {
    private static final Duration BETWEEN_POSTS = Duration.ofMillis(200);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    private final SampleWorld world = SampleWorld.running();
    private final Path acknowledged = Path.of("target/acknowledged.jsonl");
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void every_acknowledged_lead_survives_the_kill_of_each_service_and_is_offered_once() throws Exception {
        // Given a light load
        Files.deleteIfExists(acknowledged);
        Files.createFile(acknowledged);
        ScheduledExecutorService website = Executors.newScheduledThreadPool(4);
        ScheduledFuture<?> posting =
                website.scheduleAtFixedRate(this::post, 0, BETWEEN_POSTS.toMillis(), TimeUnit.MILLISECONDS);

        // When each service is killed in turn and started again
        for (Service service : Service.values()) {
            TimeUnit.SECONDS.sleep(1);
            world.installation().kill(service.id());
            TimeUnit.SECONDS.sleep(1);
            world.installation().start(service.id());
        }
        TimeUnit.SECONDS.sleep(1);
        posting.cancel(false);
        website.shutdown();
        assertThat(website.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        // Then every acknowledged lead was captured under one event id and qualified once
        Map<String, String> leads = acknowledgedLeads();
        System.out.printf("%d leads acknowledged, %d posts refused or unanswered%n", leads.size(), refused.get());
        assertThat(leads).hasSizeGreaterThan(50);
        Eventually.within(SETTLED_WITHIN, () -> {
            assertThat(eventIds("leadloop.leads", "io.leadloop.lead.captured.v1")
                            .keySet())
                    .containsAll(leads.keySet());
            assertThat(eventIds("leadloop.handoffs", "io.leadloop.handoff.offered.v1")
                            .keySet())
                    .containsAll(leads.keySet());
        });
        assertOnlyOneEach(eventIds("leadloop.leads", "io.leadloop.lead.captured.v1"), leads.keySet());
        assertOnlyOneEach(eventIds("leadloop.scores", "io.leadloop.lead.qualified.v1"), leads.keySet());
        // And its content is what was sent
        assertThat(capturedEmails(leads.keySet())).isEqualTo(leads);
        // And no lead has two open hand-offs, and no clock ended twice or early
        Databases databases = new Databases(world.installation());
        assertThat(
                        databases.query(
                                Service.HANDOFF_SERVICE,
                                "select lead_id from handoff where state in ('offered', 'accepted') group by 1 having count(*) > 1"))
                .isEmpty();
        Map<String, Set<String>> ends = world.topics().all("leadloop.sla").stream()
                .filter(seen -> leads.containsKey(seen.key()))
                .filter(seen -> Set.of(
                                "io.leadloop.clock.met.v1",
                                "io.leadloop.clock.breached.v1",
                                "io.leadloop.clock.cancelled.v1")
                        .contains(seen.type()))
                .collect(Collectors.groupingBy(
                        seen -> Json.read(seen.value()).at("/clock/clockId").asText(),
                        Collectors.mapping(seen -> seen.headers().get("ce_id"), Collectors.toSet())));
        assertThat(ends.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(world.topics().all("leadloop.sla").stream()
                        .filter(seen -> leads.containsKey(seen.key()))
                        .filter(seen -> seen.type().equals("io.leadloop.clock.breached.v1"))
                        .map(seen -> Json.read(seen.value()).get("clock")))
                .allSatisfy(clock -> assertThat(
                                java.time.Instant.parse(clock.get("endedAt").asText()))
                        .isAfterOrEqualTo(
                                java.time.Instant.parse(clock.get("dueAt").asText())));
    }

    @AfterEach
    void nobody_is_left_waiting() {
        world.acceptAllOpenOffers();
    }

    private void post() {
        ObjectNode dana = SampleWorld.dana();
        try {
            Answer answer = world.website().postOnce("/v1/leads", dana);
            if (answer.status() == 201) {
                append(answer.json().get("leadId").asText() + " "
                        + dana.get("email").asText());
            } else {
                refused.incrementAndGet();
            }
        } catch (UncheckedIOException unanswered) {
            refused.incrementAndGet();
        }
    }

    private synchronized void append(String line) {
        try {
            Files.writeString(acknowledged, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Map<String, String> acknowledgedLeads() throws IOException {
        Map<String, String> leads = new HashMap<>();
        Files.readAllLines(acknowledged).forEach(line -> leads.put(line.split(" ")[0], line.split(" ")[1]));
        return leads;
    }

    private Map<String, Set<String>> eventIds(String topic, String type) {
        return world.topics().all(topic).stream()
                .filter(seen -> type.equals(seen.type()) && seen.key() != null)
                .collect(Collectors.groupingBy(
                        Seen::key, Collectors.mapping(seen -> seen.headers().get("ce_id"), Collectors.toSet())));
    }

    private static void assertOnlyOneEach(Map<String, Set<String>> idsByLead, Set<String> leads) {
        Set<String> wrong = new HashSet<>();
        leads.forEach(lead -> {
            if (idsByLead.getOrDefault(lead, Set.of()).size() != 1) {
                wrong.add(lead + ": " + idsByLead.get(lead));
            }
        });
        assertThat(wrong).isEmpty();
    }

    private Map<String, String> capturedEmails(Set<String> leads) {
        return world.topics().all("leadloop.leads").stream()
                .filter(seen -> leads.contains(seen.key()))
                .collect(Collectors.toMap(
                        Seen::key,
                        seen -> Json.read(seen.value())
                                .at("/lead/profile/email")
                                .asText(),
                        (one, same) -> one));
    }
}
