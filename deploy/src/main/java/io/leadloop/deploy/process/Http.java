package io.leadloop.deploy.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Short questions to neighbours on this machine. */
public final class Http {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Http() {}

    public static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address));
    }

    /** For those who cannot wait as long. */
    public static HttpResponse<String> get(URI address, Duration within) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(address).timeout(within).build(), HttpResponse.BodyHandlers.ofString());
    }

    public static HttpResponse<String> put(URI address, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** With a body and as somebody. */
    public static HttpResponse<String> post(URI address, String token, String json)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public static HttpResponse<String> get(URI address, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token));
    }

    public static void post(URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.noBody()));
        if (answer.statusCode() >= 300) {
            throw new IOException(address + " answered " + answer.statusCode());
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
