package io.leadloop.http;

import io.leadloop.events.EventJson;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * At most {@code leadloop.http.at-once} requests (default 256) are in work; the next one is refused before anything is computed for it,
 * with 503 and a time to come again that is not the same for everybody. Whoever has waited while a service was away comes at once when
 * it is back, and again when that took too long: without a limit all of them would be in work, none in time, and it would never end.
 *
 * <p>A request counts until the head of its answer is sent: a stream that stays open is no work. What lies under {@code /q/}
 * is for those who look after the service and always answered.
 */
@ApplicationScoped
public class RequestsAtOnce {
    private static final Logger LOG = Logger.getLogger(RequestsAtOnce.class);
    static final int RETRY_AFTER_LEAST_SECONDS = 2;
    static final int RETRY_AFTER_MOST_SECONDS = 6;
    /** Before everything else, the limit of bodies included. */
    private static final int PRIORITY = 600;
    /** Whoever serves a request may put its own listener for a caller who hangs up in the place of ours; so it is looked, when it matters. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final int limit;
    private final Counter refused;
    private final Seldom log = new Seldom(System::nanoTime, LOG::warn);
    private final Set<HttpServerResponse> inWork = ConcurrentHashMap.newKeySet();
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime() - LOOK_EVERY.toNanos());

    RequestsAtOnce(
            @ConfigProperty(name = "leadloop.http.at-once", defaultValue = "256") int limit, MeterRegistry metrics) {
        this.limit = limit;
        this.refused = metrics.counter("leadloop.http.refused");
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    void admit(RoutingContext exchange) {
        if (exchange.normalizedPath().startsWith("/q/")) {
            exchange.next();
            return;
        }
        if (isFull()) {
            refuse(exchange);
            return;
        }
        HttpServerResponse answer = exchange.response();
        inWork.add(answer);
        exchange.addHeadersEndHandler(head -> inWork.remove(answer));
        exchange.addEndHandler(end -> inWork.remove(answer));
        exchange.next();
    }

    private boolean isFull() {
        if (inWork.size() < limit) {
            return false;
        }
        long last = lookedAt.get();
        long now = System.nanoTime();
        if (now - last >= LOOK_EVERY.toNanos() && lookedAt.compareAndSet(last, now)) {
            inWork.removeIf(answer -> answer.closed() || answer.ended());
        }
        return inWork.size() >= limit;
    }

    private void refuse(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        refused.increment();
        log.say(limit + " requests are in work", path);
        Problem problem = Problem.of(
                503,
                "overloaded",
                "Too many requests at once",
                limit
                        + " requests are in work. Nothing of this one was done; send it again after the time in Retry-After.",
                path);
        int seconds = ThreadLocalRandom.current().nextInt(RETRY_AFTER_LEAST_SECONDS, RETRY_AFTER_MOST_SECONDS + 1);
        exchange.response()
                .setStatusCode(503)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader("Retry-After", Integer.toString(seconds))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(EventJson.write(problem))
                .onFailure(clientIsGone -> exchange.request().connection().close());
    }
}
