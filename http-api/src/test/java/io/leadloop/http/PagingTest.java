package io.leadloop.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");

    @Test
    void the_row_too_many_tells_that_there_is_more_and_the_cursor_leads_to_it() {
        // Given three rows where two are wanted
        List<Integer> rows = IntStream.rangeClosed(1, 3).boxed().toList();

        // When
        Page<String> page = Page.of(rows, 2, row -> new Cursor(NOON, "id-" + row), row -> "row " + row);

        // Then
        assertThat(page.items()).containsExactly("row 1", "row 2");
        assertThat(PageRequest.of(2, page.nextCursor()).from()).contains(new Cursor(NOON, "id-2"));
    }

    @Test
    void the_last_page_has_no_cursor() {
        assertThat(Page.of(List.of(1, 2), 2, row -> new Cursor(NOON, "x"), row -> row)
                        .nextCursor())
                .isNull();
        assertThat(PageRequest.of(null, null)).isEqualTo(new PageRequest(PageRequest.DEFAULT_LIMIT, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void a_limit_out_of_bounds_is_refused(int limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("between 1 and 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%%%", "bm90IG91cnM", "MjAyNi0wMy0wMlQxMjowMDowMFp8JyBvciAxPTE"})
    void a_cursor_that_is_not_ours_is_refused(String cursor) {
        assertThatThrownBy(() -> PageRequest.of(10, cursor))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cursor");
    }
}
