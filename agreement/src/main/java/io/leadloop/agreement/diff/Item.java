package io.leadloop.agreement.diff;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something in the document that has a name, or is the only one of its kind: what a sentence is about.
 *
 * @param kind of which there may be several, for example {@code fit rule}
 * @param subject how sentences call it
 * @param facts by what they say of it
 */
record Item(String kind, String subject, Map<String, Fact> facts) {

    static Item of(String kind, String subject) {
        return new Item(kind, subject, new LinkedHashMap<>());
    }

    Item with(String what, Fact fact) {
        facts.put(what, fact);
        return this;
    }

    /** The same in both documents if it is the same thing. */
    String key() {
        return kind + '/' + subject;
    }

    /** All that is said of it, for a sentence about something new. */
    String words() {
        return facts.entrySet().stream()
                .map(fact -> (fact.getKey() + " " + fact.getValue().words()).strip())
                .collect(Collectors.joining(", "));
    }
}
