package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.deploy.Service;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Api.Answer;
import io.leadloop.systemtests.world.Databases;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.SampleWorld;
import io.leadloop.systemtests.world.Topics.Raw;
import io.leadloop.systemtests.world.Topics.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Records that cannot be used, of every kind on every channel: put aside, and the next one is done. */
class DeadLetterIT {
    private static final Map<String, List<Service>> READERS = Map.of(
            "leadloop.leads",
                    List.of(
                            Service.SCORING_SERVICE,
                            Service.HANDOFF_SERVICE,
                            Service.SLA_TRACKER,
                            Service.REPORTING_SERVICE),
            "leadloop.activities", List.of(Service.SCORING_SERVICE, Service.REPORTING_SERVICE),
            "leadloop.scores", List.of(Service.HANDOFF_SERVICE, Service.SLA_TRACKER, Service.REPORTING_SERVICE),
            "leadloop.handoffs", List.of(Service.SLA_TRACKER, Service.REPORTING_SERVICE),
            "leadloop.closed-loop",
                    List.of(
                            Service.LEAD_INTAKE,
                            Service.SCORING_SERVICE,
                            Service.SLA_TRACKER,
                            Service.REPORTING_SERVICE),
            "leadloop.sla", List.of(Service.HANDOFF_SERVICE, Service.REPORTING_SERVICE),
            "leadloop.agreements",
                    List.of(
                            Service.SCORING_SERVICE,
                            Service.HANDOFF_SERVICE,
                            Service.SLA_TRACKER,
                            Service.REPORTING_SERVICE));
    private static final Map<String, String> TYPES = Map.of(
            "leadloop.leads", "io.leadloop.lead.captured",
            "leadloop.activities", "io.leadloop.activity.recorded",
            "leadloop.scores", "io.leadloop.lead.qualified",
            "leadloop.handoffs", "io.leadloop.handoff.offered",
            "leadloop.closed-loop", "io.leadloop.lead.won",
            "leadloop.sla", "io.leadloop.clock.started",
            "leadloop.agreements", "io.leadloop.agreement.signed");
    /** On these the broker itself refuses a record without a key. */
    private static final Set<String> COMPACTED =
            Set.of("leadloop.leads", "leadloop.scores", "leadloop.handoffs", "leadloop.agreements");

    private static final Pattern CONSUMED =
            Pattern.compile("leadloop_events_consumed_total\\{stage=\"([a-z-]+)\",topic=\"([a-z.-]+)\"} ([0-9.E]+)");

    private final SampleWorld world = SampleWorld.running();
    private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void poison_of_every_kind_on_every_channel_is_put_aside_and_holds_up_nobody() {
        // Given a lead with an offer
        String campaign = "poison-" + canary;
        ObjectNode dana = SampleWorld.dana();
        ((ObjectNode) dana.get("touch")).put("campaign", "first-touch");
        String leadId =
                world.website().post("/v1/leads", dana).json().get("leadId").asText();
        String handoff = Eventually.get(Duration.ofSeconds(40), () -> {
            JsonNode newest = world.newestHandoff(leadId);
            assertThat(newest.path("state").asText()).isEqualTo("offered");
            return "/v1/handoffs/" + newest.get("handoffId").asText();
        });
        Seen captured = world.topics().about("leadloop.leads", leadId).getFirst();
        Seen signed = world.topics().all("leadloop.agreements").getFirst();

        // When poison lies before all that comes next, on each topic and in the lead's own partition
        Instant from = Instant.now();
        TYPES.forEach((topic, type) -> world.topics()
                .write(topic, topic.endsWith("agreements") ? 0 : captured.partition(), poison(topic, type)));
        String agreementAgain = sayAgain(signed);
        ((ObjectNode) dana.get("touch")).put("campaign", campaign);
        assertThat(world.website().post("/v1/leads", dana).status()).isEqualTo(200);
        Api rep = world.admin(Service.HANDOFF_SERVICE);
        assertThat(rep.post(handoff + "/accept", "{}").status()).isEqualTo(200);
        assertThat(rep.post(handoff + "/outcome", "{\"outcome\":\"won\",\"amount\":\"7.00\",\"currency\":\"USD\"}")
                        .status())
                .isEqualTo(200);

        // Then the lead goes its way
        Duration soon = Duration.ofSeconds(5);
        Eventually.within(soon, () -> assertThat(statusAtIntake(leadId)).isEqualTo("won"));
        Eventually.within(soon, () -> assertThat(clocks(leadId)).containsExactly("met"));
        Eventually.within(
                soon,
                () -> assertThat(timeline(leadId))
                        .contains(
                                "lead.updated",
                                "activity.recorded",
                                "lead.qualified",
                                "handoff.accepted",
                                "clock.met",
                                "lead.won"));
        for (Service reader : READERS.get("leadloop.agreements")) {
            Eventually.within(
                    soon,
                    () -> assertThat(new Databases(world.installation())
                                    .query(reader, "select 1 from inbox where event_id = '" + agreementAgain + "'"))
                            .as(reader.id())
                            .hasSize(1));
        }
        // And everything that is poison waits among the dead letters of everyone who reads its topic
        READERS.forEach((topic, readers) -> readers.forEach(reader -> Eventually.within(
                Duration.ofSeconds(10),
                () -> assertThat(waiting(reader, topic).stream()
                                .filter(letter -> !receivedAt(letter).isBefore(from)))
                        .as(reader.id() + " " + topic)
                        .hasSameSizeAs(poison(topic, "any")))));
        // And is announced, and nothing of what was in it is told
        for (Service service : Service.values()) {
            String told = world.topics()
                    .all("leadloop." + service.id() + ".dead-letters")
                    .toString();
            assertThat(told).contains("io.leadloop.record.dead-lettered.v1").doesNotContain(canary);
            assertThat(world.ops(service).get("/v1/dead-letters?limit=200").body())
                    .doesNotContain(canary);
        }
        // And the books balance
        for (Service service : Service.values()) {
            Eventually.within(soon, () -> assertBalanced(service));
        }
    }

    @Test
    void what_cannot_be_applied_yet_waits_and_what_nobody_needs_is_given_up_for_a_reason() {
        // Given an event of a later version
        UUID eventId = UUID.randomUUID();
        world.topics().write("leadloop.sla", 0, List.of(raw("{}", headers(eventId, "io.leadloop.clock.started.v99"))));
        Api ops = world.ops(Service.HANDOFF_SERVICE);
        JsonNode letter = Eventually.get(
                Duration.ofSeconds(10),
                () -> waiting(Service.HANDOFF_SERVICE, "leadloop.sla").stream()
                        .filter(one -> one.path("eventId").asText().equals(eventId.toString()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("not put aside yet")));
        String path = "/v1/dead-letters/" + letter.get("deadLetterId").asText();
        assertThat(letter.get("type").asText()).isEqualTo("io.leadloop.clock.started.v99");

        // When it is redriven
        Answer redriven = ops.post(path + "/redrive", "{}");

        // Then it waits still, and says why
        assertThat(redriven.status()).as(redriven.body()).isEqualTo(200);
        assertThat(redriven.json().get("outcome").asText()).isEqualTo("still_failing");
        assertThat(redriven.json().get("why").asText()).contains("after an upgrade");
        assertThat(ops.get(path).json().get("tries").asInt()).isEqualTo(1);

        // When it is given up
        assertThat(ops.post(path + "/discard", "{}").status()).isEqualTo(400);
        Answer discarded = ops.post(path + "/discard", "{\"reason\":\"sent by a test\"}");

        // Then it is settled, and cannot be applied any more
        assertThat(discarded.json().get("state").asText()).isEqualTo("discarded");
        assertThat(ops.get(path).json().get("discardReason").asText()).isEqualTo("sent by a test");
        assertThat(ops.post(path + "/redrive", "{}").status()).isEqualTo(409);
        // And only those may look who keep the system
        assertThat(world.marketing(Service.HANDOFF_SERVICE).get(path).status()).isEqualTo(403);
        assertThat(ops.get("/v1/dead-letters/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private List<Raw> poison(String topic, String type) {
        String current = type + ".v1";
        String likely = "{\"email\":\"" + canary + "@example.com\",\"leadId\":\"" + UUID.randomUUID() + "\"}";
        return List.of(
                new Raw(new byte[] {(byte) 0xc3, 0, 1}, new byte[] {(byte) 0xff, 0, (byte) 0xfe}, headers(current)),
                raw(likely.substring(0, 30), headers(current)),
                raw(likely, headers(type + ".v99")),
                raw(likely, Map.of()),
                new Raw(COMPACTED.contains(topic) ? new byte[0] : null, bytes(likely), headers(current)),
                new Raw(bytes(canary), null, headers(current)),
                raw("{\"leadId\":7,\"leadVersion\":\"" + canary + "\"}", headers(current)),
                raw("{\"email\":\"" + "x".repeat(1_000_000) + "\"}", headers(current)),
                raw("[".repeat(100_000), headers(current)));
    }

    /** The same content as a new event, which changes nothing. */
    private String sayAgain(Seen seen) {
        UUID eventId = UUID.randomUUID();
        world.topics()
                .write(
                        seen.topic(),
                        seen.partition(),
                        List.of(new Raw(bytes(seen.key()), bytes(seen.value()), headers(eventId, seen.type()))));
        return eventId.toString();
    }

    private Raw raw(String value, Map<String, String> headers) {
        return new Raw(bytes("not a lead " + canary), bytes(value), headers);
    }

    private static Map<String, String> headers(String type) {
        return headers(UUID.randomUUID(), type);
    }

    private static Map<String, String> headers(UUID eventId, String type) {
        return Map.of("ce_type", type, "ce_id", eventId.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<JsonNode> waiting(Service service, String topic) {
        List<JsonNode> letters = new ArrayList<>();
        world.ops(service)
                .get("/v1/dead-letters?state=waiting&limit=200&topic=" + topic)
                .json()
                .get("items")
                .forEach(letters::add);
        return letters;
    }

    private static Instant receivedAt(JsonNode letter) {
        return Instant.parse(letter.get("receivedAt").asText());
    }

    private String statusAtIntake(String leadId) {
        return world.admin(Service.LEAD_INTAKE)
                .get("/v1/leads/" + leadId)
                .json()
                .get("status")
                .asText();
    }

    private List<String> clocks(String leadId) {
        return texts(world.ops(Service.SLA_TRACKER).get("/v1/clocks?clock=acceptance&leadId=" + leadId), "state");
    }

    private List<String> timeline(String leadId) {
        return texts(world.admin(Service.REPORTING_SERVICE).get("/v1/leads/" + leadId + "/timeline?limit=200"), "kind");
    }

    private static List<String> texts(Answer list, String field) {
        return StreamSupport.stream(list.json().get("items").spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }

    private void assertBalanced(Service service) {
        Map<String, Double> received = new TreeMap<>();
        Map<String, Double> accounted = new TreeMap<>();
        Matcher line = CONSUMED.matcher(world.nobody(service).get("/q/metrics").body());
        while (line.find()) {
            (line.group(1).equals("received") ? received : accounted)
                    .merge(line.group(2), Double.valueOf(line.group(3)), Double::sum);
        }
        assertThat(received).as(service.id()).isNotEmpty().isEqualTo(accounted);
    }
}
