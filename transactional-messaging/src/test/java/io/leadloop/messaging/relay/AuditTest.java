package io.leadloop.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.messaging.relay.AuditStore.Row;
import io.leadloop.messaging.relay.AuditStore.Verified;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final Comparator<Row> ORDER = Comparator.comparingLong(Row::transaction)
            .thenComparing(row -> row.id().toString());
    private static final Positions SOMEWHERE =
            new Positions(Map.of("leadloop.leads", new Positions.OfTopic("id", Map.of(0, 42L))));

    private final TreeSet<Row> outbox = new TreeSet<>(ORDER);
    private final Audit audit = new Audit(new Verified(0, Positions.NONE));

    @Test
    void the_watermark_stops_before_the_first_row_that_was_not_seen() {
        // Given
        List<Row> rows = said(1, 10);
        audit.at(11);
        rows.stream().filter(row -> row.transaction() != 6).forEach(this::saw);

        // When
        audit.settle(this::page);

        // Then
        assertThat(audit.verified().watermark()).isEqualTo(6);
        assertThat(audit.oldestUnseen()).contains(rows.get(5));
        assertThat(audit.unseen(this::page, 11, 100)).containsExactly(rows.get(5));
    }

    @Test
    void what_was_seen_behind_a_gap_is_remembered_when_the_gap_closes() {
        // Given
        List<Row> rows = said(1, 10);
        audit.at(11);
        rows.stream().filter(row -> row.transaction() != 6).forEach(this::saw);
        audit.settle(this::page);

        // When
        saw(rows.get(5));
        audit.settle(this::page);

        // Then
        assertThat(audit.verified().watermark()).isEqualTo(11);
        assertThat(audit.oldestUnseen()).isEmpty();
    }

    @Test
    void rows_of_a_transaction_that_may_still_run_are_not_settled() {
        // Given
        said(1, 10).forEach(this::saw);
        audit.at(5);

        // When
        audit.settle(this::page);

        // Then
        assertThat(audit.verified().watermark()).isEqualTo(5);
    }

    @Test
    void a_row_of_an_older_transaction_that_commits_late_is_missed_until_it_is_seen() {
        // Given
        said(4, 6).forEach(this::saw);
        audit.at(3);
        audit.settle(this::page);
        Row late = said(3, 3).getFirst();

        // When
        audit.at(7);
        audit.settle(this::page);

        // Then
        assertThat(audit.oldestUnseen()).contains(late);
        assertThat(audit.verified().watermark()).isEqualTo(3);
    }

    @Test
    void of_a_transaction_that_was_seen_in_part_the_rest_is_missing() {
        // Given
        Row seen = row(7, 1);
        Row unseen = row(7, 2);
        outbox.addAll(List.of(seen, unseen));
        saw(seen);

        // When
        audit.at(8);
        audit.settle(this::page);

        // Then
        assertThat(audit.unseen(this::page, 8, 10)).containsExactly(unseen);
        saw(unseen);
        audit.settle(this::page);
        assertThat(audit.verified().watermark()).isEqualTo(8);
    }

    @Test
    void a_place_to_resume_from_counts_once_everything_older_is_verified() {
        // Given a place that was the end before transaction 6 began
        List<Row> rows = said(1, 10);
        audit.at(11);
        audit.checkpoint(SOMEWHERE, 6);
        rows.subList(0, 4).forEach(this::saw);
        audit.settle(this::page);
        assertThat(audit.verified().positions()).isEqualTo(Positions.NONE);

        // When
        rows.subList(4, 5).forEach(this::saw);
        audit.settle(this::page);

        // Then
        assertThat(audit.verified()).isEqualTo(new Verified(6, SOMEWHERE));
    }

    @Test
    void any_number_of_records_of_rows_that_are_gone_leaves_the_judgement_complete() {
        // Given
        List<Row> rows = said(1, 10);
        audit.at(11);
        rows.subList(0, 9).forEach(this::saw);

        // When
        LongStream.range(0, SeenIds.LIMIT + 10L).forEach(i -> audit.saw(new UUID(9, i), this::page));
        audit.settle(this::page);

        // Then
        assertThat(audit.isComplete()).isTrue();
        assertThat(audit.unseen(this::page, 11, 10)).containsExactly(rows.get(9));
    }

    @Test
    void with_too_much_seen_behind_a_gap_only_the_next_rows_are_judged() {
        // Given a gap at the start, and more behind it than can be remembered
        List<Row> rows = said(1, SeenIds.LIMIT + 20_000);
        audit.at(Long.MAX_VALUE);

        // When
        rows.subList(1, rows.size()).forEach(this::saw);
        audit.settle(this::page);

        // Then the gap is found, and nothing is held against rows that were forgotten
        assertThat(audit.isComplete()).isFalse();
        assertThat(audit.unseen(this::page, Long.MAX_VALUE, 10)).containsExactly(rows.getFirst());
    }

    private List<Row> said(long from, long to) {
        List<Row> rows = LongStream.rangeClosed(from, to)
                .mapToObj(transaction -> row(transaction, transaction))
                .toList();
        outbox.addAll(rows);
        return rows;
    }

    private static Row row(long transaction, long id) {
        return new Row(transaction, new UUID(1, id), 0);
    }

    private void saw(Row row) {
        audit.saw(row.id(), this::page);
    }

    private List<Row> page(Row after, long before, int limit) {
        return outbox.tailSet(after, false).stream()
                .filter(row -> row.transaction() < before)
                .limit(limit)
                .toList();
    }
}
