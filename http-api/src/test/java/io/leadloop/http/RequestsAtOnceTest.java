package io.leadloop.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestsAtOnceTest {
    private static final int LIMIT = 2;
    private static final String BODY = "x".repeat(50_000);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RequestsAtOnce requests = new RequestsAtOnce(LIMIT, metrics);
    private final BlockingQueue<RoutingContext> inWork = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(requests::admit);
        router.route("/q/*").handler(health -> health.response().end("up"));
        router.route().handler(inWork::add);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        client.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void one_more_than_the_limit_is_refused_with_a_time_to_come_again_and_the_next_is_served() throws Exception {
        // Given as many as there may be
        CompletableFuture<HttpResponse<String>> first = post();
        CompletableFuture<HttpResponse<String>> second = post();
        RoutingContext one = begun();
        RoutingContext other = begun();

        // When another one comes
        HttpResponse<String> third = post().get(10, TimeUnit.SECONDS);

        // Then it is refused, and says what to do
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(third.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(RequestsAtOnce.RETRY_AFTER_LEAST_SECONDS, RequestsAtOnce.RETRY_AFTER_MOST_SECONDS);
        assertThat(third.body()).contains("/overloaded", "2 requests are in work");
        assertThat(metrics.counter("leadloop.http.refused").count()).isEqualTo(1);

        // When one of them is answered, then the next one is served
        one.response().end("done");
        assertThat(CompletableFuture.anyOf(first, second).get(10, TimeUnit.SECONDS))
                .isNotNull();
        CompletableFuture<HttpResponse<String>> fourth = post();
        begun().response().end("done");
        assertThat(fourth.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        other.response().end("done");
        for (CompletableFuture<HttpResponse<String>> served : List.of(first, second)) {
            assertThat(served.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void who_looks_after_the_service_is_always_answered() throws Exception {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(post()).isNotDone();
            begun();
        }

        HttpResponse<String> health =
                client.send(HttpRequest.newBuilder(address("/q/health")).build(), BodyHandlers.ofString());

        assertThat(health.body()).isEqualTo("up");
    }

    @Test
    void a_stream_that_stays_open_and_a_caller_who_hangs_up_take_no_place() throws Exception {
        // Given more streams than places
        for (int i = 0; i <= LIMIT; i++) {
            CompletableFuture<HttpResponse<InputStream>> stream =
                    client.sendAsync(HttpRequest.newBuilder(address("/stream")).build(), BodyHandlers.ofInputStream());
            begun().response().setChunked(true).write("first");
            assertThat(stream.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        // And callers who hang up, of which only who serves them hears
        for (int i = 0; i < LIMIT; i++) {
            HttpClient impatient = HttpClient.newHttpClient();
            CompletableFuture<HttpResponse<String>> unheard =
                    impatient.sendAsync(HttpRequest.newBuilder(address("/work")).build(), BodyHandlers.ofString());
            CompletableFuture<Void> ended = new CompletableFuture<>();
            begun().response()
                    .exceptionHandler(broken -> {})
                    .endHandler(end -> {})
                    .closeHandler(end -> ended.complete(null));
            assertThat(unheard).isNotDone();
            impatient.shutdownNow();
            ended.get(10, TimeUnit.SECONDS);
        }

        // When, then
        CompletableFuture<HttpResponse<String>> next = post();
        begun().response().end("done");
        assertThat(next.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    private RoutingContext begun() throws InterruptedException {
        RoutingContext exchange = inWork.poll(10, TimeUnit.SECONDS);
        assertThat(exchange).isNotNull();
        return exchange;
    }

    private CompletableFuture<HttpResponse<String>> post() {
        return client.sendAsync(
                HttpRequest.newBuilder(address("/work"))
                        .POST(BodyPublishers.ofString(BODY))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }
}
