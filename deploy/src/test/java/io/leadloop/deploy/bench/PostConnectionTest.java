package io.leadloop.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostConnectionTest {
    private static final String CAPTURED =
            "{\"leadId\":\"019cadfd-8980-7a3c-9b51-0d4c5f0a7e11\",\"status\":\"captured\"}";

    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void a_service_that_captures_danas_and_refuses_others() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/leads", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            byte[] answer = (body.contains("dana") ? CAPTURED : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.contains("dana") ? 201 : 503, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void several_posts_go_over_one_connection_and_each_gets_its_own_answer() throws IOException {
        try (PostConnection connection = new PostConnection(address(), "token")) {
            // When
            PostConnection.Answer first = connection.post("{\"email\":\"dana\"}".getBytes(StandardCharsets.UTF_8));
            PostConnection.Answer second = connection.post("{}".getBytes(StandardCharsets.UTF_8));
            PostConnection.Answer third = connection.post("{\"email\":\"dana2\"}".getBytes(StandardCharsets.UTF_8));

            // Then
            assertThat(first.isCaptured()).isTrue();
            assertThat(first.leadId()).hasToString("019cadfd-8980-7a3c-9b51-0d4c5f0a7e11");
            assertThat(second.isCaptured()).isFalse();
            assertThat(third.isCaptured()).isTrue();
            assertThat(received)
                    .containsExactly(
                            "Bearer token {\"email\":\"dana\"}",
                            "Bearer token {}",
                            "Bearer token {\"email\":\"dana2\"}");
        }
    }

    @Test
    void a_run_with_a_refused_post_gives_no_figure() throws IOException {
        // Given
        Posted posted = new Posted();
        try (PostConnection connection = new PostConnection(address(), "token")) {
            posted.add(connection.post("dana".getBytes(StandardCharsets.UTF_8)), 0, 1);
            posted.add(connection.post("other".getBytes(StandardCharsets.UTF_8)), 0, 1);
        }

        // Then
        assertThat(posted.acknowledged()).isOne();
        assertThatThrownBy(posted::requireAllAcknowledged)
                .isInstanceOf(BrokenRun.class)
                .hasMessageContaining("1 of 2 posts were not acknowledged, the first: 503");
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }
}
