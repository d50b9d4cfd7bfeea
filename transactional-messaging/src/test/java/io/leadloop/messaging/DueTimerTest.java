package io.leadloop.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The looks are answered by the test, so that it decides what happens during one. */
class DueTimerTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Vertx VERTX = Vertx.vertx();

    private final BlockingQueue<UniEmitter<? super Duration>> looks = new LinkedBlockingQueue<>();
    private DueTimer timer = timer(Duration.ZERO);

    @AfterEach
    void stop() {
        timer.stop();
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void it_looks_again_after_the_time_that_a_look_asks_for() throws InterruptedException {
        timer.start();
        long begun = System.nanoTime();
        nextLook().complete(Duration.ofMillis(300));

        nextLook();
        assertThat(System.nanoTime() - begun)
                .isGreaterThanOrEqualTo(Duration.ofMillis(300).toNanos());
    }

    @Test
    void news_end_a_long_sleep() throws InterruptedException {
        timer.start();
        nextLook().complete(LONG);

        timer.wake();

        nextLook();
    }

    @Test
    void news_during_a_look_are_looked_at_after_it() throws InterruptedException {
        timer.start();
        UniEmitter<? super Duration> look = nextLook();

        timer.wake();

        // One look at a time
        assertThat(looks.poll(100, TimeUnit.MILLISECONDS)).isNull();
        look.complete(LONG);
        nextLook().complete(LONG);
        assertThat(looks.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void many_news_are_looked_at_together() throws InterruptedException {
        timer = timer(Duration.ofMillis(200));
        timer.start();
        nextLook().complete(LONG);

        for (int news = 0; news < 1_000; news++) {
            timer.wake();
        }

        nextLook().complete(LONG);
        assertThat(looks.poll(400, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void news_do_not_put_off_what_is_due_sooner() throws InterruptedException {
        timer = timer(LONG);
        timer.start();
        nextLook().complete(Duration.ofMillis(100));

        timer.wake();

        nextLook();
    }

    @Test
    void a_look_that_fails_is_tried_again() throws InterruptedException {
        timer.start();
        nextLook().fail(new IllegalStateException("for what lies in it"));
        nextLook().fail(new IOException("connection reset"));
        nextLook().complete(SOON);
        nextLook();
    }

    @Test
    void it_looks_no_more_once_it_was_stopped_even_if_it_had_not_begun() throws InterruptedException {
        timer.start();
        nextLook().complete(SOON);
        timer.stop();
        looks.clear();
        timer.wake();
        timer.start();

        DueTimer stoppedBefore = timer(Duration.ZERO);
        stoppedBefore.stop();
        stoppedBefore.start();

        assertThat(looks.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    private DueTimer timer(Duration afterNews) {
        return new DueTimer(VERTX, "Looking", afterNews, () -> Uni.createFrom().<Duration>emitter(looks::add));
    }

    private UniEmitter<? super Duration> nextLook() throws InterruptedException {
        UniEmitter<? super Duration> look = looks.poll(10, TimeUnit.SECONDS);
        assertThat(look).as("the next look").isNotNull();
        return look;
    }
}
