package io.leadloop.systemtests.faults.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What routing promises: each qualified lead to one rep at a time. */
final class HandoffLaws {
    private static final Set<String> ACTIVE = Set.of("offered", "accepted");

    private HandoffLaws() {}

    static Stream<String> everyQualifiedLeadIsOffered(Evidence evidence) {
        Map<String, Long> qualified =
                evidence.once("lead.qualified").collect(Collectors.groupingBy(Told::key, Collectors.counting()));
        Set<String> offered = evidence.once("handoff.offered").map(Told::key).collect(Collectors.toSet());
        return qualified.entrySet().stream().flatMap(entry -> {
            if (entry.getValue() > 1) {
                return Stream.of("doubled: lead " + entry.getKey() + " qualified " + entry.getValue() + " times");
            }
            return offered.contains(entry.getKey())
                    ? Stream.empty()
                    : Stream.of("lost: lead " + entry.getKey() + " qualified and was never offered");
        });
    }

    static Stream<String> everyAcknowledgedAcceptIsToldOnce(Evidence evidence) {
        Map<String, Long> accepted = evidence.once("handoff.accepted")
                .collect(Collectors.groupingBy(
                        event -> event.value().at("/handoff/handoffId").asText(), Collectors.counting()));
        Stream<String> lost = evidence.acknowledged().stream()
                .filter(entry -> entry.kind() == Entry.Kind.ACCEPT && !accepted.containsKey(entry.id()))
                .map(entry -> "lost: hand-off " + entry.id() + " was accepted and nobody was told");
        Stream<String> doubled = accepted.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> "doubled: hand-off " + entry.getKey() + " was accepted " + entry.getValue() + " times");
        return Stream.concat(lost, doubled);
    }

    static Stream<String> noLeadHasTwoActiveHandoffs(Evidence evidence) {
        return evidence.inOrder("leadloop.handoffs").entrySet().stream()
                .filter(entry -> hasTwoAtOnce(entry.getValue()))
                .map(entry -> "doubled: lead " + entry.getKey() + " was with two reps at once");
    }

    private static boolean hasTwoAtOnce(List<Told> events) {
        Set<String> active = new HashSet<>();
        for (Told event : events) {
            String handoff = event.value().at("/handoff/handoffId").asText();
            boolean isActive =
                    ACTIVE.contains(event.value().at("/handoff/state").asText());
            boolean changed = isActive ? active.add(handoff) : active.remove(handoff);
            if (changed && active.size() > 1) {
                return true;
            }
        }
        return false;
    }

    static Stream<String> noOfferExpiresEarly(Evidence evidence) {
        return evidence.once("handoff.expired")
                .filter(event -> event.recordedAt().isBefore(event.time("/handoff/acceptBy")))
                .map(event -> "early: hand-off "
                        + event.value().at("/handoff/handoffId").asText() + " expired before "
                        + event.value().at("/handoff/acceptBy").asText());
    }
}
