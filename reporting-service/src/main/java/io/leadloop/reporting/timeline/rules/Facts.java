package io.leadloop.reporting.timeline.rules;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Details of an entry; what is unknown is left out, so that no entry says "null". */
final class Facts {
    private final SequencedMap<String, String> facts = new TreeMap<>();

    Facts and(String name, Object value) {
        String text = Objects.toString(value, "");
        if (!text.isBlank()) {
            facts.put(name, text);
        }
        return this;
    }

    Map<String, String> asMap() {
        return Collections.unmodifiableMap(facts);
    }
}
