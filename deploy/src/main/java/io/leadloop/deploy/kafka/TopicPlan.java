package io.leadloop.deploy.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code topics.yaml} says: the only place where partitions and retention are decided. */
public record TopicPlan(List<Topic> topics) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):([^}]*)}");

    /** One topic with the defaults of the file filled in. */
    public record Topic(String name, int partitions, short replicas, Map<String, String> config) {}

    public static TopicPlan load(Map<String, String> environment) {
        try (InputStream file = TopicPlan.class.getResourceAsStream("/topics.yaml")) {
            String text = VARIABLE.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll(found ->
                            Matcher.quoteReplacement(environment.getOrDefault(found.group(1), found.group(2))));
            File read = new ObjectMapper(new YAMLFactory()).readValue(text, File.class);
            return new TopicPlan(read.topics().stream().map(read::filled).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("topics.yaml cannot be read", e);
        }
    }

    private record Entry(String name, String kind, Integer partitions) {}

    private record File(
            int partitions,
            short replicas,
            Map<String, String> config,
            Map<String, Map<String, String>> kinds,
            List<Entry> topics) {

        Topic filled(Entry entry) {
            if (!kinds.containsKey(entry.kind())) {
                throw new IllegalStateException("topics.yaml: %s is of the unknown kind '%s'. There are %s."
                        .formatted(entry.name(), entry.kind(), kinds.keySet()));
            }
            Map<String, String> all = new TreeMap<>(config);
            all.putAll(kinds.get(entry.kind()));
            return new Topic(entry.name(), entry.partitions() == null ? partitions : entry.partitions(), replicas, all);
        }
    }
}
