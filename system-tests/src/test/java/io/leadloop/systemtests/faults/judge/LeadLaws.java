package io.leadloop.systemtests.faults.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What intake promises: acknowledged is there, once, as it was sent. */
final class LeadLaws {
    private static final String TOPIC = "leadloop.leads";

    private LeadLaws() {}

    static Stream<String> everyAcknowledgedLeadIsThereOnce(Evidence evidence) {
        Map<String, List<Told>> leads = evidence.inOrder(TOPIC);
        return evidence.acknowledged().stream()
                .filter(entry -> entry.kind() == Entry.Kind.LEAD)
                .flatMap(entry -> missingOrChanged(entry, leads.getOrDefault(entry.leadId(), List.of())));
    }

    private static Stream<String> missingOrChanged(Entry entry, List<Told> events) {
        if (events.isEmpty()) {
            return Stream.of("lost: lead " + entry.leadId() + " was acknowledged and is on no topic");
        }
        long times = touches(events.getLast(), entry.id());
        if (times != 1) {
            return Stream.of("post " + entry.id() + " of lead " + entry.leadId() + " was acknowledged and counts "
                    + times + " times");
        }
        Told first = events.stream()
                .filter(event -> touches(event, entry.id()) > 0)
                .findFirst()
                .orElseThrow();
        return Content.hash(first.value().at("/lead/profile")).equals(entry.contentHash())
                ? Stream.empty()
                : Stream.of("changed: post " + entry.id() + " of lead " + entry.leadId() + " is not as it was sent");
    }

    static Stream<String> anUnknownOutcomeExistsAtMostOnce(Evidence evidence) {
        Map<String, List<String>> leadsByPost = new HashMap<>();
        evidence.inOrder(TOPIC)
                .forEach((lead, events) -> events.getLast()
                        .value()
                        .at("/lead/touches")
                        .forEach(touch -> leadsByPost
                                .computeIfAbsent(touch.path("content").asText(), post -> new ArrayList<>())
                                .add(lead)));
        Set<String> posted = Stream.concat(evidence.acknowledged().stream(), evidence.unknown().stream())
                .filter(entry -> entry.kind() == Entry.Kind.LEAD)
                .map(Entry::id)
                .collect(Collectors.toSet());
        return leadsByPost.entrySet().stream()
                .filter(entry ->
                        posted.contains(entry.getKey()) && entry.getValue().size() > 1)
                .map(entry -> "doubled: post " + entry.getKey() + " is in the leads " + entry.getValue());
    }

    static Stream<String> everyLeadIsCapturedUnderOneEventId(Evidence evidence) {
        return evidence
                .once("lead.captured")
                .collect(Collectors.groupingBy(Told::key, Collectors.mapping(Told::eventId, Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() != 1)
                .map(entry -> "doubled: lead " + entry.getKey() + " was captured as " + entry.getValue());
    }

    static Stream<String> everyAcknowledgedActivityIsRecordedOnce(Evidence evidence) {
        Map<String, Long> recorded = evidence.once("activity.recorded")
                .collect(Collectors.groupingBy(
                        event -> event.value().get("activityId").asText(), Collectors.counting()));
        Stream<String> lost = evidence.acknowledged().stream()
                .filter(entry -> entry.kind() == Entry.Kind.ACTIVITY && !recorded.containsKey(entry.id()))
                .map(entry -> "lost: activity " + entry.id() + " was acknowledged and is on no topic");
        Stream<String> doubled = recorded.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> "doubled: activity " + entry.getKey() + " was recorded " + entry.getValue() + " times");
        return Stream.concat(lost, doubled);
    }

    private static long touches(Told event, String post) {
        long times = 0;
        for (JsonNode touch : event.value().at("/lead/touches")) {
            times += touch.path("content").asText().equals(post) ? 1 : 0;
        }
        return times;
    }
}
