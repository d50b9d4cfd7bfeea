package io.leadloop.messaging;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Connections that do not wait for ever. A server that froze, or a firewall that forgot a connection, leaves it open and
 * silent: without a limit a pool of such connections never works again, and the driver has none for an answer. So a
 * connection on which nothing has come for {@code leadloop.database.silence-limit} is closed ({@link SilenceLimit}). It must be longer than
 * {@code statement_timeout}, so that a slow statement is ended by the server and not by its connection. Connections that
 * idle in the pool go by the same limit: the next one costs some milliseconds.
 */
@Singleton
class DatabasePool implements PgPoolCreator {
    private static final int CONNECT_MILLIS = 2_000;
    /** More than a service has; the driver by itself forgets those of more than 2,048 characters. */
    private static final int STATEMENTS = 512;

    private final Duration silenceLimit;

    DatabasePool(@ConfigProperty(name = "leadloop.database.silence-limit", defaultValue = "8S") Duration silenceLimit) {
        this.silenceLimit = silenceLimit;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> {
            options.setConnectTimeout(CONNECT_MILLIS).setTcpKeepAlive(true);
            options.setPreparedStatementCacheMaxSize(STATEMENTS).setPreparedStatementCacheSqlFilter(any -> true);
            SilenceLimit.set(options.getPort(), silenceLimit);
        });
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
