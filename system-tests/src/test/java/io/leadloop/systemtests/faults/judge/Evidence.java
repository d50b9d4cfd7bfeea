package io.leadloop.systemtests.faults.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that a run left behind.
 *
 * @param told what lies on the topics, each partition in its order, repeats included
 */
public record Evidence(List<Entry> acknowledged, List<Entry> unknown, List<Told> told) {

    /** The events of some types, each once. */
    Stream<Told> once(String... types) {
        Set<String> wanted = Set.of(types);
        Map<String, Told> firsts = new LinkedHashMap<>();
        told.stream()
                .filter(event -> wanted.contains(event.type()))
                .forEach(event -> firsts.putIfAbsent(event.eventId(), event));
        return firsts.values().stream();
    }

    /** By topic and lead: its events in order, each at the place where it first appeared. */
    Map<String, List<Told>> inOrder(String topic) {
        Map<String, Told> firsts = new LinkedHashMap<>();
        told.stream()
                .filter(event -> event.topic().equals(topic))
                .forEach(event -> firsts.putIfAbsent(event.eventId(), event));
        Map<String, List<Told>> byLead = new HashMap<>();
        firsts.values()
                .forEach(event -> byLead.computeIfAbsent(event.key(), key -> new ArrayList<>())
                        .add(event));
        return byLead;
    }
}
