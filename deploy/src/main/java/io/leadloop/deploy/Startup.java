package io.leadloop.deploy;

import io.leadloop.deploy.connect.ConnectRest;
import io.leadloop.deploy.connect.ConnectWorker;
import io.leadloop.deploy.kafka.KafkaBroker;
import io.leadloop.deploy.postgres.PostgresServer;
import io.leadloop.deploy.process.Wait;
import io.leadloop.deploy.service.ServiceProcess;
import io.leadloop.deploy.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The order of a start, as a graph: PostgreSQL and Kafka at once; the worker when Kafka is ready, the services when both
 * are; a connector as soon as its service has made the publication. The first failure ends it.
 */
final class Startup {
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final ConnectWorker connect;
    private final List<ServiceProcess> services;
    private final Settings settings;
    private final Progress progress;
    private final CompletableFuture<Void> firstFailure = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Startup(
            PostgresServer postgres,
            KafkaBroker kafka,
            ConnectWorker connect,
            List<ServiceProcess> services,
            Settings settings,
            Progress progress) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.connect = connect;
        this.services = services;
        this.settings = settings;
        this.progress = progress;
    }

    void run() {
        CompletableFuture<Void> database = after(nothing(), () -> bring(postgres));
        CompletableFuture<Void> broker = after(nothing(), () -> bring(kafka));
        CompletableFuture<Void> worker = after(broker, () -> bring(connect));
        CompletableFuture<Void> stores = CompletableFuture.allOf(database, broker);
        List<CompletableFuture<Void>> ends = new ArrayList<>(List.of(worker));
        for (ServiceProcess service : services) {
            ends.add(after(stores, () -> bring(service)));
            ends.add(after(worker, () -> connector(service.service())));
        }
        try {
            CompletableFuture<Void> all = CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
            Object done = CompletableFuture.anyOf(all, firstFailure).join();
            assert done == null;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            List<Runnable> notBegun = threads.shutdownNow();
            assert notBegun.isEmpty();
        }
    }

    private CompletableFuture<Void> after(CompletableFuture<Void> before, Runnable work) {
        return before.thenRunAsync(work, threads).whenComplete((nothing, problem) -> {
            if (problem != null && firstFailure.completeExceptionally(problem)) {
                progress.say("", "failed");
            }
        });
    }

    private void bring(Part part) {
        Instant begun = Instant.now();
        boolean wasRunning = part.running().isPresent();
        part.start();
        part.awaitReady();
        progress.say(part.name(), wasRunning ? "was running" : "ready after " + seconds(begun));
    }

    private void connector(Service service) {
        ConnectRest rest = connect.rest();
        var config = connect.outboxConnector(service);
        Wait.until(
                settings.readyWithin(),
                service.id() + " has made no publication 'outbox'.",
                () -> postgres.databases().hasOutbox(service));
        Wait.until(
                settings.readyWithin(),
                "The connector %s does not run, see %s/connectors/%s/status"
                        .formatted(service.connector(), rest.address(), service.connector()),
                () -> {
                    rest.ensure(service.connector(), config);
                    return rest.isRunning(service.connector());
                });
        progress.say(service.connector(), "running");
    }

    private static CompletableFuture<Void> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    private static String seconds(Instant begun) {
        return "%.1f s".formatted(Duration.between(begun, Instant.now()).toMillis() / 1000.0);
    }
}
