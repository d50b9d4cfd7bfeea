package io.leadloop.deploy.supervise;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadloop.deploy.settings.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The book of restarts since `up`, by part and connector: a file, so that `status` and the next supervisor can read it. */
public final class Restarts {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    public Restarts(Layout layout) {
        this.file = layout.run().resolve("restarts.json");
    }

    /**
     * What was done for one part or connector.
     *
     * @param at when the last time, RFC 3339
     * @param why the reason of the last time
     */
    public record Entry(int times, String at, String why) {}

    public Map<String, Entry> all() {
        try {
            return Files.exists(file)
                    ? JSON.readValue(Files.readString(file), new TypeReference<TreeMap<String, Entry>>() {})
                    : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int add(String name, Instant at, String why) {
        Map<String, Entry> entries = new TreeMap<>(all());
        int times = entries.getOrDefault(name, new Entry(0, "", "")).times() + 1;
        entries.put(name, new Entry(times, at.toString(), why));
        write(entries);
        return times;
    }

    public void clear() {
        write(Map.of());
    }

    private void write(Map<String, Entry> entries) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, JSON.writeValueAsString(entries) + "\n");
            Path kept = Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            assert Files.exists(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
