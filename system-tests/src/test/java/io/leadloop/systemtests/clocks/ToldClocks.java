package io.leadloop.systemtests.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.Topics;
import io.leadloop.systemtests.world.Topics.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The breaches that lie on Kafka, held against the due times in the table. */
final class ToldClocks {
    private final Map<UUID, Instant> due;
    private final Map<UUID, Told> told = new HashMap<>();

    /** @param at when its row was written, by the database's clock */
    record Told(String eventId, Instant at, Instant dueAt, Duration lateness) {}

    private ToldClocks(Map<UUID, Instant> due) {
        this.due = due;
    }

    /** Each clock once: a second event about one, under another id, is a failure. The same record twice is not. */
    static ToldClocks read(Topics topics, Map<UUID, Instant> due) {
        ToldClocks clocks = new ToldClocks(due);
        topics.each("leadloop.sla", clocks::hear);
        return clocks;
    }

    private void hear(Seen seen) {
        if (!"io.leadloop.clock.breached.v1".equals(seen.type())) {
            return;
        }
        JsonNode event = Json.read(seen.value());
        UUID clockId = UUID.fromString(event.at("/clock/clockId").asText());
        if (due.containsKey(clockId)) {
            Told now = new Told(
                    seen.headers().get("ce_id"),
                    OffsetDateTime.parse(seen.headers().get("ce_time")).toInstant(),
                    Instant.parse(event.at("/clock/dueAt").asText()),
                    Duration.parse(event.get("lateness").asText()));
            Told before = told.putIfAbsent(clockId, now);
            assertThat(before == null ? now : before)
                    .as("clock %s is told once", clockId)
                    .isEqualTo(now);
        }
    }

    int count() {
        return told.size();
    }

    void requireEachOnceAndNoneEarly() {
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(due.keySet());
        told.forEach((clockId, event) -> {
            assertThat(event.dueAt()).as("due time of %s", clockId).isEqualTo(due.get(clockId));
            assertThat(event.lateness()).as("lateness of %s", clockId).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(event.at()).as("told time of %s", clockId).isAfterOrEqualTo(event.dueAt());
            assertThat(event.lateness())
                    .as("%s says how late it is", clockId)
                    .isLessThanOrEqualTo(Duration.between(event.dueAt(), event.at()));
        });
    }

    /** Of those that were due by then, in the order in which they were told. */
    void requireOldestFirst(Instant from, Instant until) {
        List<Told> inOrder = told.values().stream()
                .filter(event -> !event.dueAt().isBefore(from) && event.dueAt().isBefore(until))
                .sorted(Comparator.comparing(Told::at))
                .toList();
        assertThat(inOrder).as("clocks that came due while nobody was there").isNotEmpty();
        assertThat(inOrder).extracting(Told::dueAt).isSorted();
    }

    /** From the due time, or from when a tracker was there to tell it. */
    List<Duration> lateness(Uptime uptime) {
        List<Duration> all = new ArrayList<>();
        told.values().forEach(event -> all.add(uptime.lateness(event.dueAt(), event.at())));
        all.sort(Comparator.naturalOrder());
        return all;
    }
}
