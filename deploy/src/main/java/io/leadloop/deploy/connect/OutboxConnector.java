package io.leadloop.deploy.connect;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadloop.deploy.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Fills {@code outbox-connector.json}, the one template of all connectors, for a service.
 *
 * <p>A batch is handed on when it is full or when the poll interval ends, so a batch of one is handed on at once.
 */
public final class OutboxConnector {
    private OutboxConnector() {}

    /**
     * The configuration of the service's connector.
     *
     * @param postgres host:port
     * @param password may be a reference that the worker resolves
     */
    public static Map<String, String> config(Service service, String postgres, String password) {
        String[] address = postgres.split(":", -1);
        try (InputStream file = OutboxConnector.class.getResourceAsStream("/outbox-connector.json")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{service}}", service.id())
                    .replace("{{database}}", service.database())
                    .replace("{{host}}", address[0])
                    .replace("{{port}}", address[1])
                    .replace("{{password}}", password)
                    .replace(
                            "{{pollMillis}}", Long.toString(service.outboxPoll().toMillis()));
            return new JsonMapper().readValue(text, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("outbox-connector.json cannot be read", e);
        }
    }
}
