package io.leadloop.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceLimitTest {
    private static final Duration LIMIT = Duration.ofMillis(300);

    private final Vertx vertx = Vertx.vertx();
    private ServerSocket silentServer;

    @BeforeEach
    void listen() throws IOException {
        silentServer = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        SilenceLimit.set(silentServer.getLocalPort(), LIMIT);
    }

    @AfterEach
    void end() throws IOException {
        silentServer.close();
        assertThat(vertx.close().toCompletionStage().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void a_server_that_accepts_and_says_nothing_and_never_hangs_up_costs_no_place_in_the_pool() {
        // Given a pool of one connection to a server that is only a backlog
        Pool pool = PgBuilder.pool()
                .using(vertx)
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(silentServer.getLocalPort())
                        .setDatabase("any")
                        .setUser("any"))
                .build();

        // When two ask one after the other, Then each is told, and the place of the first was free for the second
        for (int i = 0; i < 2; i++) {
            assertThat(pool.getConnection().toCompletionStage().toCompletableFuture())
                    .failsWithin(LIMIT.multipliedBy(20));
        }
    }
}
