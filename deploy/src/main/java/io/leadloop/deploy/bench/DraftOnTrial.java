package io.leadloop.deploy.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.process.Http;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.token.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/** The benchmark's agreement with other points for two things that most leads have: tried on all that are stored, and signed. */
final class DraftOnTrial {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BenchSystem system;
    private final String text;

    DraftOnTrial(BenchSystem system) {
        this.system = system;
        try {
            Path inForce = Path.of(system.installation().settings().get(Setting.AGREEMENT_FILE));
            this.text = Files.readString(inForce)
                    .replace("200 people or more, points: 40", "200 people or more, points: 30")
                    .replace("downloaded something, points: 12", "downloaded something, points: 25");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param changed how many leads have another grade */
    record Tried(Duration firstLine, Duration result, long leads, long changed) {}

    /** Asks as somebody of marketing does, and reads to the last line. */
    Tried tryIt() {
        HttpRequest request = HttpRequest.newBuilder(
                        system.installation().address(Service.SCORING_SERVICE).resolve("/v1/what-if"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(Role.MARKETING, Map.of()))
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        long begun = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> lines = answered(client.send(request, BodyHandlers.ofLines()))) {
            Iterator<String> each = lines.iterator();
            JsonNode line = JSON.readTree(each.next());
            Duration firstLine = since(begun);
            while (each.hasNext()) {
                line = JSON.readTree(each.next());
            }
            if (!line.path("type").asText().equals("result")) {
                throw new BrokenRun("the what-if ended without a result: " + line);
            }
            return new Tried(
                    firstLine,
                    since(begun),
                    line.path("leads").asLong(),
                    line.path("changesGrade").asLong());
        } catch (IOException e) {
            throw new BrokenRun("the what-if broke off: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenRun("it was interrupted");
        }
    }

    /** Both sides sign: it is in force at once. */
    void sign() {
        URI sla = system.installation().address(Service.SLA_TRACKER);
        String marketing = token(Role.MARKETING, Map.of());
        JsonNode draft = accepted(Http.putAs(marketing, sla.resolve("/v1/agreements/draft"), text));
        URI signatures = sla.resolve("/v1/agreements/" + draft.path("version").asInt() + "/signatures");
        String signature = "{\"sha256\":\"" + draft.path("sha256").asText() + "\"}";
        accepted(Http.postAs(marketing, signatures, signature));
        accepted(Http.postAs(token(Role.MANAGER, Map.of("teamId", "sales")), signatures, signature));
    }

    private String token(Role role, Map<String, String> claims) {
        return system.installation().token(role, claims);
    }

    private static Stream<String> answered(HttpResponse<Stream<String>> answer) {
        if (answer.statusCode() != 200) {
            throw new BrokenRun("the what-if was refused: " + answer.statusCode() + " "
                    + answer.body().findFirst().orElse(""));
        }
        return answer.body();
    }

    private static JsonNode accepted(HttpResponse<String> answer) {
        try {
            if (answer.statusCode() != 200) {
                throw new BrokenRun("the other agreement was refused: " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new BrokenRun("sla-tracker's answer is not JSON");
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
