package io.leadloop.deploy.connect;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadloop.deploy.process.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kafka Connect's REST interface, as far as the launcher needs it. */
public final class ConnectRest {
    private static final JsonMapper JSON = new JsonMapper();

    private final URI address;

    ConnectRest(URI address) {
        this.address = address;
    }

    public URI address() {
        return address;
    }

    boolean answers() throws IOException, InterruptedException {
        return Http.get(address.resolve("/connectors")).statusCode() == 200;
    }

    /** Puts the connector when it is new or different, restarts what has failed, and otherwise leaves it alone. */
    public void ensure(String name, Map<String, String> config) throws IOException, InterruptedException {
        if (!config.equals(current(name))) {
            HttpResponse<String> answer =
                    Http.put(address.resolve("/connectors/" + name + "/config"), JSON.writeValueAsString(config));
            if (answer.statusCode() >= 300) {
                throw new IOException("Kafka Connect refused " + name + ": " + answer.body());
            }
        } else if (states(name).contains("FAILED")) {
            Http.post(address.resolve("/connectors/" + name + "/restart?includeTasks=true&onlyFailed=true"));
        }
    }

    public boolean isRunning(String name) throws IOException, InterruptedException {
        List<String> states = states(name);
        return states.size() > 1 && states.stream().allMatch("RUNNING"::equals);
    }

    /** The states of the connector and its tasks; none when it is unknown. */
    public List<String> states(String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = Http.get(address.resolve("/connectors/" + name + "/status"));
        List<String> states = new ArrayList<>();
        if (answer.statusCode() == 200) {
            JsonNode status = JSON.readTree(answer.body());
            states.add(status.at("/connector/state").asText());
            status.get("tasks").forEach(task -> states.add(task.get("state").asText()));
        }
        return states;
    }

    /** The innermost cause that a failed connector or task has given; one line. */
    public String failure(String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = Http.get(address.resolve("/connectors/" + name + "/status"));
        if (answer.statusCode() != 200) {
            return "unknown";
        }
        List<String> traces = JSON.readTree(answer.body()).findValuesAsText("trace");
        return traces.stream()
                .flatMap(String::lines)
                .filter(line -> !line.startsWith("\t"))
                .reduce((first, later) -> later)
                .orElse("no reason given")
                .replaceFirst("^Caused by: ", "");
    }

    private Map<String, String> current(String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = Http.get(address.resolve("/connectors/" + name + "/config"));
        if (answer.statusCode() != 200) {
            return Map.of();
        }
        Map<String, String> config = JSON.readValue(answer.body(), new TypeReference<>() {});
        config.remove("name");
        return config;
    }
}
