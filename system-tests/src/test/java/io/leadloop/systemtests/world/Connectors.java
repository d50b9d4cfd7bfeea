package io.leadloop.systemtests.world;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Kafka Connect in the hands of an operator. */
public final class Connectors {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Installation installation;

    public Connectors(Installation installation) {
        this.installation = installation;
    }

    /** Returns when it holds its slot no longer. */
    public void stop(Service service) {
        ask("PUT", service, "/stop");
        awaitIdle(service);
    }

    public void resume(Service service) {
        ask("PUT", service, "/resume");
    }

    /** As if it had never been there, but for the position that Connect keeps under its name. */
    public void delete(Service service) {
        ask("DELETE", service, "");
        awaitIdle(service);
    }

    /** Makes Connect forget how far a stopped connector was. */
    public void forgetOffsets(Service service) {
        Eventually.within(PATIENCE, () -> {
            HttpResponse<String> answer = send("DELETE", service, "/offsets");
            if (answer.statusCode() >= 300) {
                throw new AssertionError(answer.body());
            }
        });
    }

    private void awaitIdle(Service service) {
        Databases databases = new Databases(installation);
        Eventually.within(PATIENCE, () -> {
            if (!databases
                    .query(
                            service,
                            "select 1 from pg_replication_slots where active and slot_name = '" + service.slot() + "'")
                    .isEmpty()) {
                throw new AssertionError(service.connector() + " still reads");
            }
        });
    }

    private void ask(String method, Service service, String path) {
        HttpResponse<String> answer = send(method, service, path);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> send(String method, Service service, String path) {
        URI at = installation.connectors().address().resolve("/connectors/" + service.connector() + path);
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(at)
                            .timeout(PATIENCE)
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
