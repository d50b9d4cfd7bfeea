package io.leadloop.http;

import io.leadloop.events.EventJson;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies over {@code leadloop.http.max-body-bytes} (default 64 KiB) everywhere but on imports, which stream to disk
 * and have the server's own limit.
 */
@ApplicationScoped
public class BodyLimit {
    /** Under this key the server looks for the limit of a body that comes without a length (VertxHttpRecorder). */
    private static final String SERVER_LIMIT_KEY = "io.quarkus.max-request-size";

    private final long maxBytes;

    public BodyLimit(@ConfigProperty(name = "leadloop.http.max-body-bytes", defaultValue = "65536") long maxBytes) {
        this.maxBytes = maxBytes;
    }

    void register(@Observes Filters filters) {
        filters.register(this::limit, 500);
    }

    private void limit(RoutingContext exchange) {
        if (exchange.normalizedPath().equals("/v1/imports")) {
            exchange.next();
            return;
        }
        if (declaredLength(exchange) > maxBytes) {
            refuse(exchange);
            return;
        }
        exchange.put(SERVER_LIMIT_KEY, maxBytes);
        exchange.next();
    }

    private static long declaredLength(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notALength) {
            return Long.MAX_VALUE;
        }
    }

    private void refuse(RoutingContext exchange) {
        Problem problem = Problem.of(
                413,
                "too-large",
                "The body is too large",
                "Send at most " + maxBytes + " bytes; POST /v1/imports takes large files.",
                exchange.normalizedPath());
        exchange.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(EventJson.write(problem))
                .onFailure(clientIsGone -> exchange.request().connection().close());
    }
}
