package io.leadloop.deploy.process;

import io.leadloop.deploy.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Short questions to neighbours on this machine. */
public final class Http {
    private static final String JSON = "application/json";
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

    /** A change by somebody with a bearer token; a neighbour that does not answer is the user's to see. */
    public static HttpResponse<String> postAs(String token, URI address, String json) {
        return sendAs(token, HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(json)), JSON);
    }

    /** The same for what has a place already. */
    public static HttpResponse<String> putAs(String token, URI address, String text) {
        return sendAs(token, HttpRequest.newBuilder(address).PUT(HttpRequest.BodyPublishers.ofString(text)), JSON);
    }

    /** The parts of a form with files: the name of each and what the file holds. */
    public static HttpResponse<String> postFilesAs(String token, URI address, Map<String, String> files) {
        String boundary = "boundary-" + UUID.randomUUID();
        StringBuilder body = new StringBuilder();
        files.forEach((name, content) -> body.append("--%s\r\n".formatted(boundary))
                .append("Content-Disposition: form-data; name=\"%1$s\"; filename=\"%1$s\"\r\n".formatted(name))
                .append("Content-Type: application/octet-stream\r\n\r\n")
                .append(content)
                .append("\r\n"));
        body.append("--").append(boundary).append("--\r\n");
        return sendAs(
                token,
                HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body.toString())),
                "multipart/form-data; boundary=" + boundary);
    }

    private static HttpResponse<String> sendAs(String token, HttpRequest.Builder request, String contentType) {
        try {
            return send(request.header("Authorization", "Bearer " + token).header("Content-Type", contentType));
        } catch (IOException e) {
            throw new LauncherException("No answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while a service was asked.", e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
