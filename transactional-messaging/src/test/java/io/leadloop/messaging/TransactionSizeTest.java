package io.leadloop.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransactionSizeTest {
    private final TransactionSize size = new TransactionSize();

    @Test
    void doubles_after_each_full_transaction_that_was_quick_up_to_a_limit() {
        size.done(TransactionSize.FIRST, TransactionSize.QUICK);
        assertThat(size.now()).isEqualTo(2 * TransactionSize.FIRST);

        for (int i = 0; i < 20; i++) {
            size.done(size.now(), TransactionSize.QUICK);
        }
        assertThat(size.now()).isEqualTo(TransactionSize.MOST);
    }

    @Test
    void stays_after_one_that_was_not_full_or_neither_quick_nor_slow() {
        size.done(TransactionSize.FIRST - 1, TransactionSize.QUICK);
        size.done(TransactionSize.FIRST, TransactionSize.QUICK.plusMillis(1));
        size.done(TransactionSize.FIRST, TransactionSize.SLOW.minusMillis(1));

        assertThat(size.now()).isEqualTo(TransactionSize.FIRST);
    }

    @Test
    void halves_what_was_slow_down_to_a_few() {
        size.done(400, TransactionSize.SLOW);
        assertThat(size.now()).isEqualTo(200);

        for (int i = 0; i < 20; i++) {
            size.done(size.now(), TransactionSize.SLOW);
        }
        assertThat(size.now()).isEqualTo(TransactionSize.FEW);
    }

    @Test
    void a_few_that_were_slow_say_nothing() {
        size.done(1, Duration.ofSeconds(30));
        size.done(TransactionSize.FEW, Duration.ofSeconds(30));

        assertThat(size.now()).isEqualTo(TransactionSize.FIRST);
    }

    @Test
    void what_failed_after_long_is_tried_with_half_as_many_down_to_one() {
        size.failed(400, TransactionSize.SLOW);
        assertThat(size.now()).isEqualTo(200);

        for (int i = 0; i < 20; i++) {
            size.failed(size.now(), TransactionSize.SLOW);
        }
        assertThat(size.now()).isEqualTo(1);
    }

    @Test
    void what_failed_at_once_says_nothing() {
        for (int i = 0; i < 20; i++) {
            size.failed(size.now(), Duration.ZERO);
        }

        assertThat(size.now()).isEqualTo(TransactionSize.FIRST);
    }
}
