package io.leadloop.sla.clock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import io.leadloop.events.EventJson;
import io.leadloop.events.Pause;
import io.leadloop.sla.clock.rules.Promise.Rung;
import io.leadloop.sla.clock.rules.Promise.Warning;
import io.leadloop.sla.clock.rules.Tried;
import java.io.UncheckedIOException;
import java.util.List;

/** Short lists that lie in a clock's row as JSON. */
final class JsonLists {
    private static final ObjectReader WARNINGS = EventJson.mapper().readerFor(new TypeReference<List<Warning>>() {});
    private static final ObjectReader RUNGS = EventJson.mapper().readerFor(new TypeReference<List<Rung>>() {});
    private static final ObjectReader PAUSES = EventJson.mapper().readerFor(new TypeReference<List<Pause>>() {});
    private static final ObjectReader ATTEMPTS = EventJson.mapper().readerFor(new TypeReference<List<Tried>>() {});

    private JsonLists() {}

    static List<Warning> warnings(String json) {
        return read(WARNINGS, json);
    }

    static List<Rung> rungs(String json) {
        return read(RUNGS, json);
    }

    static List<Pause> pauses(String json) {
        return read(PAUSES, json);
    }

    static List<Tried> attempts(String json) {
        return read(ATTEMPTS, json);
    }

    private static <T> List<T> read(ObjectReader reader, String json) {
        try {
            return json.equals("[]") ? List.of() : reader.readValue(json);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
