package io.leadloop.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private final List<List<String>> applied = new ArrayList<>();
    private final List<UniEmitter<? super Void>> running = new ArrayList<>();
    private final List<String> acknowledged = new ArrayList<>();
    private final Asked asked = new Asked();
    private final List<Runnable> resting = new ArrayList<>();
    private final List<Long> rests = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private final Arrivals arrivals = new Arrivals(this::apply, () -> now.toNanos(), (millis, next) -> {
        rests.add(millis);
        resting.add(next);
    });

    private Uni<Void> apply(List<RawRecord> records) {
        applied.add(records.stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList());
        return Uni.createFrom().emitter(running::add);
    }

    @Test
    void what_arrives_while_one_transaction_runs_is_the_next_one_in_the_same_order() {
        // Given a poll in work
        arrivals.onSubscribe(asked);
        arrivals.onNext(poll("a"));

        // When more arrive
        arrivals.onNext(poll("b", "c"));
        arrivals.onNext(poll("d"));

        // Then they wait, and are one transaction when it is done
        assertThat(applied).containsExactly(List.of("a"));
        end(0);
        assertThat(applied).containsExactly(List.of("a"), List.of("b", "c", "d"));
    }

    @Test
    void a_poll_is_acknowledged_when_it_is_applied_and_not_before() {
        arrivals.onSubscribe(asked);
        arrivals.onNext(poll("a"));
        arrivals.onNext(poll("b"));

        assertThat(acknowledged).isEmpty();
        end(0);
        assertThat(acknowledged).containsExactly("a");
        end(1);
        assertThat(acknowledged).containsExactly("a", "b");
    }

    @Test
    void a_poll_that_cannot_be_applied_is_tried_again_and_nothing_overtakes_it() throws InterruptedException {
        // Given a poll behind another
        arrivals.onSubscribe(asked);
        arrivals.onNext(poll("a"));
        arrivals.onNext(poll("b"));

        // When the first one fails
        running.getFirst().fail(new IllegalStateException("a defect"));
        for (int i = 0; i < 50 && applied.size() < 2; i++) {
            Thread.sleep(100);
        }

        // Then it is tried again, alone
        assertThat(applied).containsExactly(List.of("a"), List.of("a"));
        assertThat(acknowledged).isEmpty();
    }

    @Test
    void after_a_transaction_it_rests_twice_as_long_as_that_took_and_what_comes_meanwhile_is_together() {
        // Given a transaction that took 30 ms
        arrivals.onSubscribe(asked);
        arrivals.onNext(poll("a"));
        now = now.plusMillis(30);
        end(0);
        assertThat(rests).containsExactly(60L);

        // When two come while it rests
        arrivals.onNext(poll("b"));
        arrivals.onNext(poll("c"));
        assertThat(applied).hasSize(1);
        resting.getFirst().run();

        // Then they share the next one, and a long one is followed by the longest rest
        assertThat(applied).containsExactly(List.of("a"), List.of("b", "c"));
        now = now.plusMillis(400);
        end(1);
        assertThat(rests).containsExactly(60L, Arrivals.LONGEST_REST_MILLIS);
    }

    @Test
    void what_comes_alone_waits_for_nobody() {
        // Given a rest that is over
        arrivals.onSubscribe(asked);
        arrivals.onNext(poll("a"));
        now = now.plusMillis(30);
        end(0);
        resting.getFirst().run();

        // When the next one comes
        arrivals.onNext(poll("b"));

        // Then it is in work
        assertThat(applied).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void with_many_waiting_there_is_no_rest() {
        // Given a long transaction and many that wait for its end
        arrivals.onSubscribe(asked);
        arrivals.onNext(poll("a"));
        arrivals.onNext(poll(
                IntStream.range(0, Arrivals.MANY).mapToObj(Integer::toString).toArray(String[]::new)));
        now = now.plusMillis(30);

        // When it ends
        end(0);

        // Then they are next at once
        assertThat(applied).hasSize(2);
        assertThat(rests).isEmpty();
    }

    @Test
    void no_further_poll_is_asked_for_while_enough_records_wait() {
        // Given a poll in work
        arrivals.onSubscribe(asked);
        arrivals.onNext(poll("a"));
        assertThat(asked.times).isEqualTo(2);

        // When as many arrive as one transaction should have
        arrivals.onNext(poll(
                IntStream.range(0, Arrivals.ENOUGH).mapToObj(Integer::toString).toArray(String[]::new)));

        // Then it is enough, until they are in work themselves
        assertThat(asked.times).isEqualTo(2);
        end(0);
        assertThat(asked.times).isEqualTo(3);
    }

    @Test
    void an_acknowledgement_that_fails_holds_up_nothing() {
        arrivals.onSubscribe(asked);
        arrivals.onNext(poll("a")
                .withAck(() -> CompletableFuture.failedFuture(new CompletionException(new Exception("a defect")))));
        arrivals.onNext(poll("b"));

        end(0);

        assertThat(applied).containsExactly(List.of("a"), List.of("b"));
    }

    private void end(int transaction) {
        running.get(transaction).complete(null);
    }

    private Message<ConsumerRecords<byte[], byte[]>> poll(String... values) {
        List<ConsumerRecord<byte[], byte[]>> records = IntStream.range(0, values.length)
                .mapToObj(i ->
                        new ConsumerRecord<>("topic", 0, i, new byte[0], values[i].getBytes(StandardCharsets.UTF_8)))
                .toList();
        var poll = new ConsumerRecords<>(Map.of(new TopicPartition("topic", 0), records), Map.of());
        return Message.of(poll, () -> {
            acknowledged.add(values[0]);
            return CompletableFuture.completedFuture(null);
        });
    }

    private static final class Asked implements Flow.Subscription {
        private int times;

        @Override
        public void request(long polls) {
            times += (int) polls;
        }

        @Override
        public void cancel() {
            throw new AssertionError("The channel is needed");
        }
    }
}
