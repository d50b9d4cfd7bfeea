package io.leadloop.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What subscribers read first must say what is true. */
class DocumentationTest {

    private static final Pattern NAMED_IN_THE_TABLE = Pattern.compile("\\| `(io\\.leadloop\\.[a-z0-9.-]+)` \\|");

    private final String page = Files.readString(Path.of("../docs/events.md"));

    DocumentationTest() throws IOException {}

    @Test
    void the_table_names_every_event_type_once_and_no_other() {
        assertThat(NAMED_IN_THE_TABLE.matcher(page).results().map(MatchResult::group))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .map(type -> "| `" + type.wireName() + "` |")
                        .toList());
    }

    @Test
    void the_table_names_every_topic() {
        assertThat(Arrays.stream(EventType.values()).map(type -> type.topic().orElse(Topics.deadLetters("<service>"))))
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(page).contains("| `" + topic + "`"));
    }

    @Test
    void the_hand_off_that_is_shown_is_the_sample() {
        assertThat(page)
                .contains(Published.sample(EventType.HANDOFF_OFFERED))
                .contains(Published.text("/samples/" + SampleTest.HEADERS));
    }
}
