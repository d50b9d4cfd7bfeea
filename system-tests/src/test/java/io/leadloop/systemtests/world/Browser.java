package io.leadloop.systemtests.world;

import io.leadloop.deploy.Service;
import io.leadloop.deploy.token.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Knows its user by the cookie alone. */
public final class Browser {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String origin;
    private final String token;

    public Browser(SampleWorld world, Role role, Map<String, String> claims) {
        this.origin = world.installation().address(Service.REPORTING_SERVICE).toString();
        this.token = world.installation().token(role, claims);
    }

    public String origin() {
        return origin;
    }

    public String get(String path) {
        return send(request(path).GET()).body();
    }

    public int post(String path, String body, String... headers) {
        return send(request(path)
                        .header("Content-Type", "application/json")
                        .headers(headers)
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).header("Cookie", "leadloop_session=" + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
