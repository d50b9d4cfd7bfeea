package io.leadloop.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that subscribers get, as they lie on the class path. A file that is asked for and absent is a failed test. */
final class Published {

    private Published() {}

    static String sample(EventType type) {
        return text("/samples/" + type.wireName() + ".json");
    }

    static Event sampleEvent(EventType type) {
        return EventJson.read(sample(type), type.recordClass());
    }

    static JsonNode schema(String fileName) {
        return json(text("/schemas/" + fileName));
    }

    static String schemaFile(EventType type) {
        return type.wireName() + ".schema.json";
    }

    static JsonNode asyncApi() {
        try {
            return new YAMLMapper().readTree(text("/asyncapi.yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode json(String text) {
        return EventJson.read(text, JsonNode.class);
    }

    static String text(String resource) {
        try {
            return Files.readString(path(resource));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Set<String> fileNames(String folder) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path path(String resource) {
        URL url = Published.class.getResource(resource);
        assertThat(url).as("resource %s", resource).isNotNull();
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
