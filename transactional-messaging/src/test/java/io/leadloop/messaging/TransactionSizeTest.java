package io.leadloop.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TransactionSizeTest {
    private final TransactionSize size = new TransactionSize();

    @Test
    void doubles_after_each_full_transaction_that_was_quick_up_to_a_limit() {
        size.took(TransactionSize.FIRST, TransactionSize.QUICK);
        assertThat(size.now()).isEqualTo(2 * TransactionSize.FIRST);

        for (int i = 0; i < 20; i++) {
            size.took(size.now(), TransactionSize.QUICK);
        }
        assertThat(size.now()).isEqualTo(TransactionSize.MOST);
    }

    @Test
    void stays_after_one_that_was_not_full_or_neither_quick_nor_slow() {
        size.took(TransactionSize.FIRST - 1, TransactionSize.QUICK);
        size.took(TransactionSize.FIRST, TransactionSize.QUICK.plusMillis(1));

        assertThat(size.now()).isEqualTo(TransactionSize.FIRST);
    }

    @Test
    void halves_what_was_slow_but_never_to_nothing() {
        size.took(40, TransactionSize.SLOW);
        assertThat(size.now()).isEqualTo(20);

        for (int i = 0; i < 20; i++) {
            size.took(size.now(), TransactionSize.SLOW);
        }
        assertThat(size.now()).isPositive();
    }
}
