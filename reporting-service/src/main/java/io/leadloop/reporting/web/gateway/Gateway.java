package io.leadloop.reporting.web.gateway;

import io.leadloop.events.EventJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Passes a read, and the few writes of the pages, on to the service that is named, with the caller's token, and its answer back as
 * it comes, streams too. Who may do what is for that service to say, and it keeps who did: nothing is decided here, and nothing is
 * kept.
 */
@ApplicationScoped
class Gateway {
    private static final int CONNECT_WITHIN_MILLIS = 1_000;
    /** Longer than a stream's heartbeat. */
    private static final int ANSWER_WITHIN_MILLIS = 40_000;

    private static final int AT_ONCE = 500;
    private static final int LONGEST_LENGTH = 4;
    private static final List<String> ASKED =
            List.of("Authorization", "Accept", "Content-Type", "Last-Event-ID", "If-None-Match");
    private static final List<String> ANSWERED =
            List.of("Content-Type", "Content-Length", "Cache-Control", "ETag", "Retry-After", "X-Accel-Buffering");

    private final HttpClient client;
    private final Map<String, String> addresses;

    Gateway(
            Vertx vertx,
            @ConfigProperty(name = "leadloop.address.intake") String intake,
            @ConfigProperty(name = "leadloop.address.scoring") String scoring,
            @ConfigProperty(name = "leadloop.address.handoff") String handoff,
            @ConfigProperty(name = "leadloop.address.sla") String sla) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_WITHIN_MILLIS),
                new PoolOptions().setHttp1MaxSize(AT_ONCE));
        this.addresses = Map.of("intake", intake, "scoring", scoring, "handoff", handoff, "sla", sla);
    }

    void register(@Observes Router router) {
        router.route("/api/*").handler(this::pass);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    private void pass(RoutingContext exchange) {
        HttpMethod method = exchange.request().method();
        String[] parts = exchange.normalizedPath().split("/", 4);
        String address = parts.length == 4 ? addresses.get(parts[2]) : null;
        if (address == null || !parts[3].startsWith("v1/")) {
            refuse(
                    exchange,
                    404,
                    "There is nothing at this address. It is /api/{intake, scoring, handoff or sla}/v1/….");
            return;
        }
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (!reads && !PageWrites.isAllowed(exchange)) {
            refuse(exchange, 405, "This does not go through here. Send it to " + address + " with a token.");
            return;
        }
        String query = exchange.request().query();
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(address + "/" + parts[3] + (query == null ? "" : "?" + query))
                .setTimeout(ANSWER_WITHIN_MILLIS);
        for (String name : ASKED) {
            String value = exchange.request().getHeader(name);
            if (value != null) {
                options.putHeader(name, value);
            }
        }
        if (reads) {
            send(exchange, parts[2], options, Buffer.buffer());
        } else {
            body(exchange).onSuccess(body -> send(exchange, parts[2], options, body));
        }
    }

    /** A signature is short; the service itself says what is wrong with it. */
    private static Future<Buffer> body(RoutingContext exchange) {
        Buffer read = exchange.body() == null ? null : exchange.body().buffer();
        if (read != null) {
            return Future.succeededFuture(read);
        }
        String length = exchange.request().getHeader("Content-Length");
        if (length == null || length.length() > LONGEST_LENGTH) {
            refuse(exchange, 413, "Say in Content-Length how long the body is, at most 9999 bytes.");
            return Future.failedFuture("too long");
        }
        Future<Buffer> body = exchange.request().body();
        exchange.request().resume();
        return body;
    }

    private void send(RoutingContext exchange, String service, RequestOptions options, Buffer body) {
        client.request(options).onFailure(failure -> silent(exchange, service)).onSuccess(request -> {
            exchange.response().closeHandler(gone -> request.reset());
            (body.length() == 0 ? request.send() : request.send(body))
                    .onFailure(failure -> silent(exchange, service))
                    .onSuccess(answer -> passBack(exchange.response(), request, answer));
        });
    }

    private static void passBack(HttpServerResponse response, HttpClientRequest request, HttpClientResponse answer) {
        if (response.closed()) {
            request.reset();
            return;
        }
        response.setStatusCode(answer.statusCode());
        for (String name : ANSWERED) {
            String value = answer.getHeader(name);
            if (value != null) {
                response.putHeader(name, value);
            }
        }
        if (answer.getHeader("Content-Length") == null) {
            response.setChunked(true);
        }
        answer.pipeTo(response).onFailure(broken -> response.close());
    }

    private static void silent(RoutingContext exchange, String service) {
        if (!exchange.response().ended() && !exchange.response().headWritten()) {
            refuse(exchange, 502, "The service " + service + " does not answer right now. Try again in a moment.");
        }
    }

    private static void refuse(RoutingContext exchange, int status, String detail) {
        exchange.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(EventJson.write(Map.of(
                        "type",
                        "https://leadloop.io/problems/gateway",
                        "title",
                        "Not passed on",
                        "status",
                        status,
                        "detail",
                        detail,
                        "instance",
                        exchange.normalizedPath())));
    }
}
