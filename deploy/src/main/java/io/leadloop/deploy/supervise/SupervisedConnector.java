package io.leadloop.deploy.supervise;

import io.leadloop.deploy.Seen;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.connect.ConnectRest;
import io.leadloop.deploy.connect.ConnectWorker;
import io.leadloop.deploy.postgres.Databases;
import io.leadloop.deploy.postgres.PostgresServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The connector of one service. Gone when the worker does not know it or it has failed; one that somebody has paused is left
 * alone.
 */
public record SupervisedConnector(Service service, ConnectRest rest, Databases databases, Map<String, String> config)
        implements Supervised {
    @Override
    public String name() {
        return service.connector();
    }

    @Override
    public Set<String> standsOn() {
        return Set.of(PostgresServer.NAME, ConnectWorker.NAME);
    }

    @Override
    public Optional<String> process() {
        return Optional.of("in the worker");
    }

    @Override
    public Seen ask() throws Exception {
        List<String> states = rest.states(name());
        if (states.isEmpty()) {
            return databases.hasOutbox(service) ? new Seen.Gone("was absent") : new Seen.Unknown();
        }
        if (states.contains("FAILED")) {
            return new Seen.Gone("had failed: " + rest.failure(name()));
        }
        return new Seen.Well();
    }

    @Override
    public void startAgain() throws Exception {
        rest.ensure(name(), config);
    }

    @Override
    public void furnish() {}
}
