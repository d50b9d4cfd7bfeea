package io.leadloop.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

    @Test
    void it_is_halved_until_one_stands_alone_and_grows_again() {
        // Given
        BatchSize size = new BatchSize(200);

        // When / Then
        for (int expected : new int[] {100, 50, 25, 12, 6, 3, 1}) {
            size.failed(size.now());
            assertThat(size.now()).isEqualTo(expected);
        }
        size.succeeded();
        assertThat(size.now()).isEqualTo(2);
        IntStream.range(0, 10).forEach(again -> size.succeeded());
        assertThat(size.now()).isEqualTo(200);
    }

    /** Fewer than thirty transactions for one that fails among two hundred, wherever it stands. */
    @Test
    void the_one_that_fails_is_soon_found_wherever_it_stands() {
        for (int failing = 0; failing < 200; failing++) {
            assertThat(transactions(failing)).as("number %d fails", failing).isLessThan(30);
        }
    }

    /** Until all but the failing one of two hundred are done. */
    private static int transactions(int failing) {
        var waiting = IntStream.range(0, 200).boxed().collect(Collectors.toCollection(ArrayList::new));
        BatchSize size = new BatchSize(200);
        int transactions = 0;
        while (!waiting.isEmpty()) {
            transactions++;
            var batch = waiting.subList(0, Math.min(size.now(), waiting.size()));
            if (!batch.contains(failing)) {
                batch.clear();
                size.succeeded();
            } else if (batch.size() == 1) {
                batch.clear();
            } else {
                size.failed(batch.size());
            }
        }
        return transactions;
    }
}
