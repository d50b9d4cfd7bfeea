package io.leadloop.systemtests.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A what-if that is read line by line, and may be hung up on. */
public final class WhatIfLines implements AutoCloseable {
    private final HttpClient client;
    private final BufferedReader lines;

    private WhatIfLines(HttpClient client, BufferedReader lines) {
        this.client = client;
        this.lines = lines;
    }

    public static WhatIfLines ask(String address, String token, String draft) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v1/what-if?limit=1"))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(draft))
                .build();
        try {
            InputStream body =
                    client.send(request, BodyHandlers.ofInputStream()).body();
            return new WhatIfLines(client, new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)));
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public JsonNode next() {
        try {
            return Json.read(lines.readLine());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads on to the end. */
    public JsonNode last() {
        return lines.lines().reduce((one, other) -> other).map(Json::read).orElseThrow();
    }

    /** Hangs up. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
