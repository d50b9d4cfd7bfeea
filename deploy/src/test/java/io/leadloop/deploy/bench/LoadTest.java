package io.leadloop.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    /** A fuller queue of a server makes the kernel try again after a second. */
    private static final int MORE_THAN_CONNECT_AT_ONCE = 128;

    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger at = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private int refuseFrom = Integer.MAX_VALUE;
    private int hangUpAt = Integer.MAX_VALUE;

    @BeforeEach
    void a_service_that_captures_what_is_posted() throws IOException {
        server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), MORE_THAN_CONNECT_AT_ONCE);
        server.setExecutor(threads);
        server.createContext("/v1/leads", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(at.incrementAndGet(), Math::max);
        received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        int number = numbers.incrementAndGet();
        pause();
        at.decrementAndGet();
        if (number >= hangUpAt) {
            throw new IOException("The service hangs up");
        }
        String captured = "{\"leadId\":\"019cadfd-8980-7a3c-9b51-%012x\",\"status\":\"captured\"}".formatted(number);
        byte[] body = (number < refuseFrom ? captured : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(number < refuseFrom ? 201 : 503, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void each_connection_posts_its_next_lead_when_the_one_before_was_answered() {
        // When
        Posted posted = load().closed(3, HALF_A_SECOND, SampleLeads.ofReaders());

        // Then
        assertThat(mostAtOnce).hasValue(3);
        assertThat(posted.requireAllAcknowledged().acknowledged())
                .isEqualTo(received.size())
                .isGreaterThan(3);
        assertThat(received).doesNotHaveDuplicates().allMatch(lead -> lead.startsWith("{\"email\":\"dana."));
        assertThat(tokens).containsOnly("Bearer token");
    }

    @Test
    void at_a_rate_all_leads_are_posted_each_at_its_time() {
        // When
        long begun = System.nanoTime();
        Posted posted = load().open(100, HALF_A_SECOND, SampleLeads.ofReaders());

        // Then
        assertThat(posted.requireAllAcknowledged().acknowledged()).isEqualTo(50);
        assertThat(posted.dueAt().values()).hasSize(50).doesNotHaveDuplicates();
        assertThat(posted.dueAt().values())
                .allMatch(due -> due - begun < HALF_A_SECOND.multipliedBy(2).toNanos());
        assertThat(System.nanoTime() - begun)
                .isGreaterThan(Duration.ofMillis(485).toNanos());
    }

    @Test
    void a_run_with_a_refused_post_gives_no_figure() {
        // Given
        refuseFrom = 50;

        // When
        Posted posted = load().open(100, HALF_A_SECOND, SampleLeads.ofReaders());

        // Then
        assertThat(posted.acknowledged()).isEqualTo(49);
        assertThatThrownBy(posted::requireAllAcknowledged)
                .isInstanceOf(BrokenRun.class)
                .hasMessageContaining("1 of 50 posts were not acknowledged, the first: 503");
    }

    @Test
    void nor_does_one_in_which_the_service_hangs_up() {
        // Given
        hangUpAt = 10;

        // When
        Posted posted = load().closed(2, HALF_A_SECOND, SampleLeads.ofReaders());

        // Then
        assertThatThrownBy(posted::requireAllAcknowledged)
                .isInstanceOf(BrokenRun.class)
                .hasMessageContaining("closed the connection");
    }

    private Load load() {
        return new Load(URI.create("http://localhost:" + server.getAddress().getPort()), "token");
    }
}
