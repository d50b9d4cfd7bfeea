package io.leadloop.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** One channel's transactions, one after the other, each as large as suits now ({@link TransactionSize}). */
final class SizedTransactions {
    private final TransactionSize size = new TransactionSize();
    private final LongSupplier nanoTime;
    private final UnaryOperator<Uni<Integer>> persistently;

    /**
     * @param nanoTime as {@link System#nanoTime}
     * @param persistently makes of an attempt one that is made again until the surroundings allow it
     */
    SizedTransactions(LongSupplier nanoTime, UnaryOperator<Uni<Integer>> persistently) {
        this.nanoTime = nanoTime;
        this.persistently = persistently;
    }

    /**
     * Applies all of them in their order. What failed for the surroundings' sake is tried again with as many records as suit then;
     * any other failure ends this.
     */
    <R> Uni<Void> apply(List<R> records, Function<List<R>, Uni<Void>> transaction) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        AtomicInteger done = new AtomicInteger();
        Uni<Integer> attempt = Uni.createFrom().deferred(() -> next(records, done, transaction));
        return persistently
                .apply(attempt)
                .repeat()
                .whilst(end -> end < records.size())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private <R> Uni<Integer> next(List<R> records, AtomicInteger done, Function<List<R>, Uni<Void>> transaction) {
        int begin = done.get();
        int many = Math.min(records.size() - begin, size.now());
        long begun = nanoTime.getAsLong();
        return transaction
                .apply(records.subList(begin, begin + many))
                .onFailure()
                .invoke(failure -> size.failed(many, since(begun)))
                .invoke(() -> size.done(many, since(begun)))
                .map(over -> done.addAndGet(many));
    }

    private Duration since(long begun) {
        return Duration.ofNanos(nanoTime.getAsLong() - begun);
    }
}
