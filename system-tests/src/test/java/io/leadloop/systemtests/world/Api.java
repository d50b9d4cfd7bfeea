package io.leadloop.systemtests.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.token.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** One service, called by somebody with a token. */
public final class Api {
    private static final int MOST_REPEATS = 5;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final String address;
    private final String token;

    public Api(String address, String token) {
        this.address = address;
        this.token = token;
    }

    public static Api of(Installation installation, Service service, Role role) {
        return new Api(installation.address(service).toString(), installation.token(role, Map.of()));
    }

    /** What came back. */
    public record Answer(int status, String body, java.net.http.HttpHeaders headers) {
        public JsonNode json() {
            return Json.read(body);
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** As clients do it: what is refused for now (503) is sent again a little later. */
    public Answer post(String path, Object body, String... headers) {
        Answer answer = postOnce(path, body, headers);
        for (int again = 0; again < MOST_REPEATS && answer.status() == 503; again++) {
            pause();
            answer = postOnce(path, body, headers);
        }
        return answer;
    }

    public Answer postOnce(String path, Object body, String... headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Answer put(String path, Object body) {
        return send(
                request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body.toString())));
    }

    /** A file and its mapping, as curl -F sends them; what is refused for now (503) is sent again a little later. */
    public Answer importFile(String path, String mapping, Path file) throws IOException {
        Answer answer = importOnce(path, mapping, file);
        for (int again = 0; again < MOST_REPEATS && answer.status() == 503; again++) {
            pause();
            answer = importOnce(path, mapping, file);
        }
        return answer;
    }

    private Answer importOnce(String path, String mapping, Path file) throws IOException {
        String boundary = "boundary-" + UUID.randomUUID();
        String head = """
                --%1$s\r
                Content-Disposition: form-data; name="mapping"; filename="mapping.json"\r
                Content-Type: application/json\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s"\r
                Content-Type: text/csv\r
                \r
                """.formatted(boundary, mapping, file.getFileName());
        String tail = "\r\n--" + boundary + "--\r\n";
        return send(request(path)
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(Files.readAllBytes(file)),
                        BodyPublishers.ofString(tail))));
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
