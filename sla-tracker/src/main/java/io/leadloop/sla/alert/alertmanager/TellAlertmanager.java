package io.leadloop.sla.alert.alertmanager;

import io.leadloop.events.EventJson;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Stopping;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells everything that fires every few seconds, as Alertmanager expects of its clients: what it is not told again ends by itself
 * after three minutes, also if all trackers are dead. What fires no more is told as over, and kept until that has arrived.
 */
@ApplicationScoped
class TellAlertmanager {
    private static final Logger LOG = Logger.getLogger(TellAlertmanager.class);
    private static final Duration HOLDS = Duration.ofMinutes(3);
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Database database;
    private final FiringStore store;
    private final HttpClient client;
    private final Optional<String> url;
    private final Duration every;
    private final String pages;
    private boolean silent;

    /**
     * @param url of the Alertmanager, for example {@code http://localhost:9093}; empty: nobody is told
     * @param every how often
     * @param pages address of the web pages, to which alerts lead
     */
    TellAlertmanager(
            Database database,
            FiringStore store,
            Vertx vertx,
            @ConfigProperty(name = "leadloop.alertmanager.url") Optional<String> url,
            @ConfigProperty(name = "leadloop.alertmanager.every", defaultValue = "15S") Duration every,
            @ConfigProperty(name = "leadloop.address.reporting", defaultValue = "http://localhost:8085") String pages) {
        this.database = database;
        this.store = store;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(2_000));
        this.url = url.map(address -> address.replaceAll("/+$", "") + "/api/v2/alerts");
        this.every = every;
        this.pages = pages;
    }

    @Scheduled(every = "1s", skipExecutionIf = Stopping.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tell() {
        return url.map(address -> database.patiently(tx -> store.turn(tx, every))
                        .chain(turn -> turn.isEmpty() ? Uni.createFrom().voidItem() : tell(address, turn.getFirst()))
                        .invoke(() -> silent = false)
                        .onFailure()
                        .recoverWithUni(this::failed))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(String address, Instant now) {
        return database.patiently(tx ->
                        store.firing(tx).chain(firing -> store.told(tx).map(told -> withOver(firing, told))))
                .chain(all -> all.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : post(address, all, now).chain(() -> database.patiently(tx -> store.keep(tx, all))));
    }

    private static List<Firing> withOver(List<Firing> firing, List<Firing> told) {
        Set<Firing.Key> still = firing.stream().map(Firing::key).collect(Collectors.toSet());
        Stream<Firing> over =
                told.stream().filter(one -> !still.contains(one.key())).map(Firing::isOver);
        return Stream.concat(firing.stream(), over).toList();
    }

    private Uni<Void> post(String address, List<Firing> all, Instant now) {
        String body = EventJson.write(all.stream()
                .map(firing -> PostedAlert.of(firing, now, HOLDS, pages))
                .toList());
        RequestOptions options = new RequestOptions()
                .setAbsoluteURI(address)
                .setMethod(HttpMethod.POST)
                .setTimeout(TIMEOUT_MILLIS)
                .putHeader("Content-Type", "application/json");
        return Uni.createFrom()
                .completionStage(() -> client.request(options)
                        .compose(request -> request.send(Buffer.buffer(body)))
                        .compose(answer -> answer.body().map(ignored -> answer.statusCode()))
                        .toCompletionStage())
                .invoke(status -> {
                    if (status / 100 != 2) {
                        throw new IllegalStateException("it answered " + status);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> failed(Throwable failure) {
        if (!silent) {
            LOG.warnf("Alertmanager was not told and is tried again: %s", failure.getMessage());
        }
        silent = true;
        return Uni.createFrom().voidItem();
    }
}
