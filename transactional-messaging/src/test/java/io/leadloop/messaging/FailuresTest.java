package io.leadloop.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.events.EventJson;
import io.netty.handler.timeout.ReadTimeoutException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true,  connection failure",
        "57P01, true,  server shuts down",
        "0A000, true,  cached plan must not change result type",
        "0A000, false, cannot convert NaN to integer",
        "53300, true,  too many connections",
        "40P01, true,  deadlock",
        "40001, true,  serialization failure",
        "25P03, true,  idle in transaction for too long",
        "55P03, true,  lock not available",
        "22001, false, value too long",
        "23505, false, unique violation",
        "42P01, false, undefined table",
    })
    void the_sql_state_tells_surroundings_from_data(String sqlState, boolean operational, String what) {
        Throwable failure = new CompletionException(
                new HibernateException("wrapped", new PgException(what, "ERROR", sqlState, "")));
        assertThat(Failures.isOperational(failure)).isEqualTo(operational);
        assertThat(Failures.isRollback(failure)).isEqualTo(sqlState.startsWith("40") || what.startsWith("cached plan"));
    }

    @Test
    void a_lost_connection_is_the_surroundings_and_a_defect_is_not() {
        assertThat(Failures.isOperational(new CompletionException(new IOException("reset"))))
                .isTrue();
        assertThat(Failures.isOperational(new CompositeException(
                        ReadTimeoutException.INSTANCE, new IllegalStateException("Live transaction detected"))))
                .isTrue();
        assertThat(Failures.isOperational(new IllegalStateException("Pool closed")))
                .isTrue();
        assertThat(Failures.isOperational(new IllegalStateException("Failed to read any response from the server")))
                .isTrue();
        assertThat(Failures.isOperational(
                        new CompositeException(new IllegalStateException("x"), new IOException("reset"))))
                .isTrue();
        assertThat(Failures.isOperational(unreadable())).isFalse();
        assertThat(Failures.isOperational(new NullPointerException("lead"))).isFalse();
        assertThat(Failures.isOperational(new IllegalArgumentException())).isFalse();
    }

    /** As of a document in a table that is no JSON. */
    private static Throwable unreadable() {
        return Assertions.catchThrowable(() -> EventJson.read("{", String.class));
    }
}
