package io.leadloop.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * One channel's polls, applied one transaction at a time: all that arrived while one ran is the next. So a service that falls
 * behind works in larger transactions; poll by poll it would go on with one for each few records, and never catch up.
 */
final class Arrivals implements Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> {
    private static final Logger LOG = Logger.getLogger(Arrivals.class);
    /** From so many waiting records on, no further poll is asked for. */
    static final int ENOUGH = 500;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Function<List<RawRecord>, Uni<Void>> apply;
    private final Deque<Message<ConsumerRecords<byte[], byte[]>>> waiting = new ArrayDeque<>();
    private Flow.Subscription subscription;
    private int waitingRecords;
    private boolean asked;
    private boolean working;

    Arrivals(Function<List<RawRecord>, Uni<Void>> apply) {
        this.apply = apply;
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
                .with(done -> work(), failure -> work());
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
