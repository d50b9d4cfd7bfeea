package io.leadloop.systemtests.faults;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** How one attempt ended, as its caller can know it. */
sealed interface Call {
    /** A 2xx, read to its end. */
    record Acknowledged(String body) implements Call {}

    /** Certainly nothing happened: nobody was there, or it was refused for what it says (4xx). */
    record Refused(int status) implements Call {}

    /**
     * It may have happened or not: no answer, or a 5xx.
     *
     * @param retryAfter when the caller is asked to come again
     */
    record Unknown(int status, Duration retryAfter) implements Call {}

    /** A client for one service with one token. */
    final class Client {
        private static final Duration PATIENCE = Duration.ofSeconds(10);
        private static final HttpClient HTTP = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();

        private final URI address;
        private final String token;

        Client(URI address, String token) {
            this.address = address;
            this.token = token;
        }

        Call post(String path, String body, String... headers) throws InterruptedException {
            HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
            return send((headers.length == 0 ? request : request.headers(headers)).POST(BodyPublishers.ofString(body)));
        }

        Call get(String path) throws InterruptedException {
            return send(request(path).GET());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(address.resolve(path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token);
        }

        private static Call send(HttpRequest.Builder request) throws InterruptedException {
            try {
                HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
                return answer.statusCode() < 300
                        ? new Acknowledged(answer.body())
                        : answer.statusCode() < 500
                                ? new Refused(answer.statusCode())
                                : new Unknown(answer.statusCode(), retryAfter(answer));
            } catch (ConnectException | HttpConnectTimeoutException nobodyThere) {
                return new Refused(0);
            } catch (IOException unanswered) {
                return new Unknown(0, Duration.ZERO);
            }
        }

        private static Duration retryAfter(HttpResponse<String> answer) {
            return Duration.ofSeconds(
                    answer.headers().firstValueAsLong("Retry-After").orElse(0));
        }
    }
}
