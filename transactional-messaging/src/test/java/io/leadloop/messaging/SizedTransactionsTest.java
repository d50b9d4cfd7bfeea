package io.leadloop.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SizedTransactionsTest {
    private static final int FIRST = TransactionSize.FIRST;

    private final List<List<Integer>> attempts = new ArrayList<>();
    private final Deque<Uni<Void>> ends = new ArrayDeque<>();
    private Duration now = Duration.ZERO;
    private final SizedTransactions transactions = new SizedTransactions(
            () -> now.toNanos(),
            attempt -> attempt.onFailure(IOException.class).retry().indefinitely());

    private Uni<Void> transaction(List<Integer> records) {
        attempts.add(List.copyOf(records));
        return ends.isEmpty() ? Uni.createFrom().voidItem() : ends.poll();
    }

    private Uni<Void> after(Duration time, Uni<Void> end) {
        return Uni.createFrom().deferred(() -> {
            now = now.plus(time);
            return end;
        });
    }

    private UniAssertSubscriber<Void> apply(int many) {
        return transactions
                .apply(IntStream.range(0, many).boxed().toList(), this::transaction)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void many_are_several_in_their_order_larger_each_time() {
        apply(4 * FIRST).assertCompleted();

        assertThat(attempts).extracting(List::size).containsExactly(FIRST, 2 * FIRST, FIRST);
        assertThat(attempts.stream().flatMap(List::stream).toList())
                .isEqualTo(IntStream.range(0, 4 * FIRST).boxed().toList());
    }

    @Test
    void what_is_slow_is_done_in_smaller_ones() {
        ends.add(after(TransactionSize.SLOW, Uni.createFrom().voidItem()));

        apply(2 * FIRST).assertCompleted();

        assertThat(attempts).extracting(List::size).startsWith(FIRST, FIRST / 2);
    }

    @Test
    void one_that_is_ended_because_it_takes_long_is_tried_again_with_fewer() {
        Uni<Void> ended = Uni.createFrom().failure(new IOException("Connection is closed"));
        ends.add(after(TransactionSize.SLOW, ended));
        ends.add(after(Duration.ZERO, ended));

        apply(FIRST).assertCompleted();

        assertThat(attempts).extracting(List::size).startsWith(FIRST, FIRST / 2, FIRST / 2);
        assertThat(attempts).extracting(List::getFirst).containsExactly(0, 0, 0, FIRST / 2);
    }

    @Test
    void any_other_failure_ends_it() {
        ends.add(Uni.createFrom().failure(new IllegalStateException("a defect")));

        apply(2 * FIRST).assertFailedWith(IllegalStateException.class);

        assertThat(attempts).hasSize(1);
    }

    @Test
    void of_nothing_there_is_no_transaction() {
        apply(0).assertCompleted();

        assertThat(attempts).isEmpty();
    }
}
