package io.leadloop.webhooks;

import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Stopping;
import io.leadloop.webhooks.SendDeliveries.Found;
import io.leadloop.webhooks.SendDeliveries.Taken;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Looks for deliveries when the next is due, and at least once a second for what others have put there. A receiver who has four in
 * hand gets no more until it has answered one, so a slow one slows nobody else.
 */
@ApplicationScoped
class DeliveryTimer {
    private static final Logger LOG = Logger.getLogger(DeliveryTimer.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Database database;
    private final SendDeliveries sendDeliveries;
    private final DeliveryStore deliveries;
    private final Map<UUID, Integer> inHand = new HashMap<>();
    private boolean stopped = true;

    DeliveryTimer(Vertx vertx, Database database, SendDeliveries sendDeliveries, DeliveryStore deliveries) {
        this.vertx = vertx;
        this.database = database;
        this.sendDeliveries = sendDeliveries;
        this.deliveries = deliveries;
    }

    synchronized void onStart(@Observes StartupEvent start) {
        stopped = false;
        lookIn(LONGEST_PAUSE);
    }

    synchronized void onStop(@Observes ShutdownEvent stop) {
        stopped = true;
    }

    @Scheduled(every = "1h", skipExecutionIf = Stopping.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return database.patiently(deliveries::forgetOld)
                .replaceWithVoid()
                .onFailure(Failures::isOperational)
                .recoverWithUni(failure -> Uni.createFrom().voidItem());
    }

    private synchronized void lookIn(Duration pause) {
        if (!stopped) {
            vertx.setTimer(Math.max(1, pause.toMillis()), elapsed -> look());
        }
    }

    private void look() {
        sendDeliveries.take(busy()).subscribe().with(this::found, failure -> {
            LOG.warnf("Webhook deliveries cannot be read now: %s", failure.getMessage());
            lookIn(AFTER_A_FAILURE);
        });
    }

    private synchronized Set<UUID> busy() {
        return inHand.entrySet().stream()
                .filter(receiver -> receiver.getValue() >= SendDeliveries.OF_EACH)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void found(Found found) {
        found.taken().forEach(this::send);
        lookIn(found.pause().compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : found.pause());
    }

    private void send(Taken taken) {
        UUID receiver = taken.delivery().webhookId;
        count(receiver, 1);
        sendDeliveries
                .send(taken)
                .onTermination()
                .invoke(() -> count(receiver, -1))
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "What became of webhook delivery %s could not be stored; it is sent again: %s",
                                taken.delivery().deliveryId, failure.getMessage()));
    }

    private synchronized void count(UUID receiver, int change) {
        inHand.merge(receiver, change, (before, more) -> before + more == 0 ? null : before + more);
    }
}
