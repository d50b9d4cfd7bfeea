package io.leadloop.reconciliation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.reconciliation.rules.Difference.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareBooksTest {
    private static final int BUCKETS = 256;
    private static final UUID LEAD = new UUID(7, 0x0a07);
    private static final UUID OTHER = new UUID(7, 0x0b08);

    @ParameterizedTest
    @CsvSource({
        // told, in flight there, heard, in flight here, dead letter here: what it is
        "3, false, 3, false, false, agreed",
        "3, true,  3, true,  false, agreed",
        "3, false, 2, false, false, DIFFERENT",
        "2, false, 3, false, false, DIFFERENT",
        "3, true,  2, false, false, IN_FLIGHT",
        "3, false, 2, true,  false, IN_FLIGHT",
        "1, false, ,  ,      false, MISSING",
        "1, true,  ,  ,      false, IN_FLIGHT",
        "1, false, 0, false, false, MISSING",
        "1, false, 0, true,  false, IN_FLIGHT",
        "1, false, ,  ,      true,  QUARANTINED",
        "3, false, 2, false, true,  QUARANTINED",
        "3, false, 3, false, true,  QUARANTINED",
        "1, true,  ,  ,      true,  QUARANTINED",
        ",  ,      1, false, false, UNKNOWN",
        "0, false, 1, false, false, UNKNOWN",
        "0, true,  1, false, false, nothing",
        ",  ,      1, true,  false, nothing",
        ",  ,      0, false, false, nothing",
        "0, false, ,  ,      false, nothing",
        ",  ,      ,  ,      true,  nothing",
    })
    void every_entry_agrees_or_has_a_reason_why_not(
            Long told, Boolean toldInFlight, Long heard, Boolean heardInFlight, boolean deadLetter, String expected) {
        // Given one entry as either side keeps it
        List<Entry> tellers = entries(told, toldInFlight);
        List<Entry> hearers = entries(heard, heardInFlight);

        // When they are compared
        Drilled drilled = CompareBooks.drill(BUCKETS, tellers, hearers, deadLetter ? Set.of(LEAD) : Set.of(), false);

        // Then it is in one place
        String found = drilled.agreed().isEmpty()
                ? drilled.differences().stream()
                        .map(difference -> difference.kind().name())
                        .findFirst()
                        .orElse("nothing")
                : "agreed";
        assertThat(found).isEqualTo(expected);
        assertThat(drilled.told()).isEqualTo(told != null && told > 0 ? 1 : 0);
    }

    @Test
    void a_difference_names_the_id_and_what_either_side_has() {
        // Given a lead of whose last word one side has not heard
        List<Entry> told = List.of(entry(LEAD, 3, "open"));
        List<Entry> heard = List.of(entry(LEAD, 2, "closed"));

        // When they are compared
        Difference difference = CompareBooks.drill(BUCKETS, told, heard, Set.of(), false)
                .differences()
                .getFirst();

        // Then it says so
        assertThat(difference)
                .isEqualTo(new Difference(Kind.DIFFERENT, 7, LEAD, LEAD, "open, version 3", "closed, version 2"));
    }

    @Test
    void in_a_one_way_comparison_the_hearer_may_have_more() {
        assertThat(CompareBooks.drill(BUCKETS, List.of(), List.of(entry(LEAD, 1, "won")), Set.of(), true)
                        .differences())
                .isEmpty();
    }

    @Test
    void only_buckets_with_another_count_or_checksum_are_looked_into() {
        // Given buckets that are equal, that differ in either, and that one side does not have
        List<Bucket> told = List.of(bucket(1, 2, 99), bucket(2, 2, 99), bucket(3, 2, 99), bucket(4, 1, 5));
        List<Bucket> heard = List.of(bucket(1, 2, 99), bucket(2, 2, 98), bucket(3, 3, 99), bucket(5, 1, 5));

        // When they are compared
        // Then only the equal one needs no look
        assertThat(CompareBooks.differing(told, heard)).containsExactly(2, 3, 4, 5);
    }

    @Test
    void what_was_told_is_the_sum_of_where_it_is() {
        // Given an equal bucket, one that is looked into, and one that is not for lack of time
        List<Bucket> told = List.of(bucket(1, 5, 1), bucket(7, 2, 2), bucket(9, 4, 3));
        List<Bucket> heard = List.of(bucket(1, 5, 1), bucket(7, 1, 7), bucket(9, 4, 4));
        Drilled seven = CompareBooks.drill(
                BUCKETS,
                List.of(entry(LEAD, 1, "open"), entry(OTHER, 1, "open")),
                List.of(entry(OTHER, 1, "closed")),
                Set.of(),
                false);

        // When they are added up
        Equation equation = CompareBooks.sum(told, heard, Set.of(7), List.of(seven), 10);

        // Then nothing is left over
        assertThat(equation.told()).isEqualTo(11);
        assertThat(equation.states()).isEqualTo(Map.of("open", 5L, "closed", 1L));
        assertThat(equation.missing()).isEqualTo(1);
        assertThat(equation.notCompared()).isEqualTo(4);
        assertThat(sumOf(equation)).isEqualTo(equation.told());
        assertThat(equation.isBalanced()).isFalse();
        assertThat(equation.differences()).extracting(Difference::id).containsExactly(LEAD);
    }

    @Test
    void what_is_in_flight_or_quarantined_leaves_the_books_balanced() {
        // Given one of each
        Drilled drilled = CompareBooks.drill(
                BUCKETS,
                List.of(new Entry(LEAD, LEAD, 1, "open", true), entry(OTHER, 1, "open")),
                List.of(),
                Set.of(OTHER),
                false);

        // When they are added up
        Equation equation = CompareBooks.sum(
                List.of(bucket(7, 1, 1), bucket(8, 1, 1)), List.of(), Set.of(7, 8), List.of(drilled), 10);

        // Then the books balance, and only the quarantined one is shown
        assertThat(equation.isBalanced()).isTrue();
        assertThat(equation.inFlight()).isEqualTo(1);
        assertThat(equation.quarantined()).isEqualTo(1);
        assertThat(equation.differences()).extracting(Difference::id).containsExactly(OTHER);
    }

    @Test
    void the_last_two_bytes_of_an_id_are_its_bucket() {
        assertThat(CompareBooks.bucket(UUID.fromString("019a0000-0000-7000-8000-00000000ff01"), 65_536))
                .isEqualTo(0xff01);
        assertThat(CompareBooks.bucket(UUID.fromString("019a0000-0000-7000-8000-00000000ff01"), 256))
                .isEqualTo(1);
    }

    private static long sumOf(Equation equation) {
        return equation.states().values().stream().mapToLong(Long::longValue).sum()
                + equation.quarantined()
                + equation.inFlight()
                + equation.missing()
                + equation.different()
                + equation.notCompared();
    }

    private static List<Entry> entries(Long version, Boolean inFlight) {
        return version == null ? List.of() : List.of(new Entry(LEAD, LEAD, version, "open", inFlight));
    }

    private static Entry entry(UUID id, long version, String state) {
        return new Entry(id, id, version, state, false);
    }

    private static Bucket bucket(int number, long entries, long checksum) {
        return new Bucket(number, entries, checksum, Map.of("open", entries));
    }
}
