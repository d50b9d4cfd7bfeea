package io.leadloop.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Events lie on topics for years and strangers read them: what was published once stays. The baseline lists per event each
 * path, its type, whether it is {@code required}, {@code optional} or {@code added} later, and the values of an enum. Lines
 * and values may be added there, never changed or removed.
 */
class AdditiveOnlyTest {

    private static final String ADDED = "added";

    private record Line(String type, String presence, List<String> values) {}

    @Test
    void every_event_type_has_a_baseline_and_every_baseline_an_event_type() {
        assertThat(Published.fileNames("/baseline"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .map(type -> type.wireName() + ".txt")
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_removed_changed_or_newly_required(EventType type) {
        Map<String, Shape.Field> today = SchemaShape.of(type).fields();
        Map<String, Line> baseline = baseline(type);

        assertThat(baseline).isNotEmpty().allSatisfy((path, line) -> {
            assertThat(today).as("removed").containsKey(path);
            Shape.Field field = today.get(path);
            assertThat(field.type()).as("type of %s", path).isEqualTo(line.type());
            assertThat(field.values()).as("values of %s", path).containsAll(line.values());
            assertThat(field.required()).as("%s is required", path).isEqualTo(mustBeRequired(path, baseline, field));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_added_is_noted_in_the_baseline(EventType type) {
        Map<String, Line> baseline = baseline(type);

        assertThat(SchemaShape.of(type).fields()).allSatisfy((path, field) -> {
            assertThat(baseline)
                    .as("add to src/test/resources/baseline/%s.txt: %s %s added", type.wireName(), path, field.type())
                    .containsKey(path);
            assertThat(baseline.get(path).values())
                    .as("values of %s", path)
                    .containsExactlyInAnyOrderElementsOf(field.values());
        });
    }

    /** Something added is optional; within something added, anything goes. */
    private static boolean mustBeRequired(String path, Map<String, Line> baseline, Shape.Field field) {
        boolean withinAddition = Shape.parentOf(path)
                .filter(parent -> isWithinAddition(parent, baseline))
                .isPresent();
        return withinAddition ? field.required() : baseline.get(path).presence().equals("required");
    }

    private static boolean isWithinAddition(String path, Map<String, Line> baseline) {
        Optional<String> parent = Shape.parentOf(path);
        return baseline.get(path).presence().equals(ADDED)
                || parent.filter(above -> isWithinAddition(above, baseline)).isPresent();
    }

    private static Map<String, Line> baseline(EventType type) {
        Map<String, Line> lines = new LinkedHashMap<>();
        Published.text("/baseline/" + type.wireName() + ".txt").lines().forEach(line -> {
            List<String> words = Arrays.asList(line.split(" ", -1));
            assertThat(words.get(2)).as(line).isIn("required", "optional", ADDED);
            List<String> values = words.size() > 3 ? List.of(words.get(3).split("\\|", -1)) : List.of();
            assertThat(lines.put(words.get(0), new Line(words.get(1), words.get(2), values)))
                    .as("twice: %s", line)
                    .isNull();
        });
        return lines;
    }
}
