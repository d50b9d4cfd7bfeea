package io.leadloop.systemtests.faults.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What holds for events of any kind. */
final class EventLaws {
    private static final List<String> TOPICS = List.of(
            "leadloop.leads",
            "leadloop.activities",
            "leadloop.scores",
            "leadloop.handoffs",
            "leadloop.closed-loop",
            "leadloop.sla");

    private EventLaws() {}

    static Stream<String> repeatsAreEqual(Evidence evidence) {
        Map<String, Told> firsts = new HashMap<>();
        return evidence.told().stream().flatMap(event -> {
            Told first = firsts.putIfAbsent(event.eventId(), event);
            return first == null || first.equals(event)
                    ? Stream.empty()
                    : Stream.of("changed: event " + event.eventId() + " came again with another content");
        });
    }

    static Stream<String> versionsHaveNoGap(Evidence evidence) {
        return TOPICS.stream()
                .flatMap(topic -> evidence.inOrder(topic).entrySet().stream()
                        .filter(entry -> !isOneToN(entry.getValue()))
                        .map(entry -> "order: lead " + entry.getKey() + " has on " + topic + " the versions "
                                + entry.getValue().stream().map(Told::version).toList()));
    }

    private static boolean isOneToN(List<Told> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).version() != i + 1) {
                return false;
            }
        }
        return true;
    }
}
