package io.leadloop.handoff.offer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import io.leadloop.events.EventJson;
import io.leadloop.events.Pause;
import java.io.UncheckedIOException;
import java.util.List;

/** The pauses of a row. */
final class Pauses {
    private static final ObjectReader READER = EventJson.mapper().readerFor(new TypeReference<List<Pause>>() {});

    private Pauses() {}

    static List<Pause> read(String json) {
        try {
            return READER.readValue(json);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
