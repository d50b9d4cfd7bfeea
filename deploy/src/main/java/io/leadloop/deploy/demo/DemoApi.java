package io.leadloop.deploy.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadloop.deploy.Installation;
import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.token.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** One service of this installation, called in one role. There is no way to give it another address. */
final class DemoApi {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String BOUNDARY = "leadloop-demo-boundary";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Service service;
    private final URI address;
    private final String token;

    DemoApi(Installation installation, Service service, Role role, Map<String, String> claims) {
        this.service = service;
        this.address = installation.address(service);
        this.token = installation.token(role, claims);
    }

    /** @param json {@code null} where the answer is none */
    record Answer(int status, JsonNode json) {
        boolean isGood() {
            return status < 300;
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Sends a file and its mapping; the import's id comes back. */
    String importFile(String mapping, String csv) {
        BodyPublisher body = BodyPublishers.ofString(part("mapping", "mapping.json", "application/json", mapping)
                + part("file", "demo.csv", "text/csv", csv) + "--" + BOUNDARY + "--\r\n");
        Answer answer = expectGood(
                "/v1/imports",
                send(request("/v1/imports")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(body)));
        return answer.json().get("importId").asText();
    }

    Answer expectGood(String path, Answer answer) {
        if (!answer.isGood()) {
            throw new LauncherException("%s answered %d to %s: %s"
                    .formatted(
                            service.id(),
                            answer.status(),
                            path,
                            answer.json().path("detail").asText()));
        }
        return answer;
    }

    private static String part(String name, String fileName, String type, String content) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, fileName, type, content);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (JsonProcessingException notJson) {
            throw new LauncherException(
                    service.id() + " did not answer in JSON. Look at ./leadloop logs " + service.id());
        } catch (IOException unreachable) {
            throw new LauncherException(
                    service.id() + " does not answer at " + address + ". Start everything first: ./leadloop up");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Stopped.");
        }
    }
}
