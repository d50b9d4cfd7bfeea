package io.leadloop.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * One channel's polls, applied one transaction at a time: all that arrived while one ran is the next. So a service that falls
 * behind works in larger transactions; poll by poll it would go on with one for each few records, and never catch up.
 *
 * <p>After a transaction it rests twice as long as that one took, at most {@value #LONGEST_REST_MILLIS} ms: where processors are scarce
 * transactions take long, and what comes meanwhile shares the next one. An event that comes alone waits for nobody, and with
 * {@value #MANY} waiting there is no rest.
 */
final class Arrivals implements Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> {
    private static final Logger LOG = Logger.getLogger(Arrivals.class);
    /** From so many waiting records on, no further poll is asked for. */
    static final int ENOUGH = 500;

    static final int MANY = 200;
    static final int TIMES_AS_LONG = 2;
    static final long LONGEST_REST_MILLIS = 200;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Function<List<RawRecord>, Uni<Void>> apply;
    private final LongSupplier nanoTime;
    private final Later later;
    private final Deque<Message<ConsumerRecords<byte[], byte[]>>> waiting = new ArrayDeque<>();
    private Flow.Subscription subscription;
    private int waitingRecords;
    private boolean asked;
    private boolean working;

    /** @param nanoTime as {@link System#nanoTime} */
    Arrivals(Function<List<RawRecord>, Uni<Void>> apply, LongSupplier nanoTime, Later later) {
        this.apply = apply;
        this.nanoTime = nanoTime;
        this.later = later;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        asked = true;
        subscription.request(1);
    }

    @Override
    public void onNext(Message<ConsumerRecords<byte[], byte[]>> poll) {
        boolean start;
        synchronized (this) {
            waiting.add(poll);
            waitingRecords += poll.getPayload().count();
            asked = false;
            start = !working;
            working = true;
        }
        if (start) {
            work();
        } else {
            askForMore();
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.error("A channel has ended", failure);
    }

    @Override
    public void onComplete() {
        LOG.debug("A channel is complete");
    }

    private void askForMore() {
        synchronized (this) {
            if (asked || waitingRecords >= ENOUGH) {
                return;
            }
            asked = true;
        }
        subscription.request(1);
    }

    private void work() {
        List<Message<ConsumerRecords<byte[], byte[]>>> polls = take();
        askForMore();
        if (polls.isEmpty()) {
            return;
        }
        long begun = nanoTime.getAsLong();
        List<RawRecord> records = new ArrayList<>();
        polls.forEach(poll -> poll.getPayload().forEach(record -> records.add(RawRecord.of(record))));
        Uni.createFrom()
                .deferred(() -> apply.apply(records))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "Cannot apply %d records; trying again", records.size()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .chain(() -> acknowledge(polls))
                .subscribe()
                .with(done -> rest(begun), failure -> rest(begun));
    }

    private void rest(long begun) {
        long took = Duration.ofNanos(nanoTime.getAsLong() - begun).toMillis();
        long millis = Math.min(TIMES_AS_LONG * took, LONGEST_REST_MILLIS);
        if (millis == 0 || manyWait()) {
            work();
        } else {
            later.after(millis, this::work);
        }
    }

    private synchronized boolean manyWait() {
        return waitingRecords >= MANY;
    }

    private synchronized List<Message<ConsumerRecords<byte[], byte[]>>> take() {
        List<Message<ConsumerRecords<byte[], byte[]>>> polls = List.copyOf(waiting);
        waiting.clear();
        waitingRecords = 0;
        working = !polls.isEmpty();
        return polls;
    }

    /** What cannot be acknowledged is read again some day, and changes nothing then. */
    private static Uni<Void> acknowledge(List<Message<ConsumerRecords<byte[], byte[]>>> polls) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Message<ConsumerRecords<byte[], byte[]>> poll : polls) {
            all = all.chain(() -> Uni.createFrom().completionStage(poll::ack));
        }
        return all.onFailure().invoke(failure -> LOG.warnf("An acknowledgement failed: %s", failure.getMessage()));
    }
}
