package io.leadloop.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.channel.ChannelException;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.hibernate.HibernateException;

/** Tells a failure of the surroundings (try the same again) from a failure of a record (put it aside). */
public final class Failures {
    /** PostgreSQL error classes that say nothing about the data: connection, time limits, resources, operator, rollback, locks. */
    private static final Set<String> OPERATIONAL_CLASSES = Set.of("08", "25", "53", "57", "58", "40", "55", "XX");

    /** A statement that was prepared before a migration; the driver prepares it anew the next time. */
    private static final String STALE_STATEMENT = "cached plan must not change result type";

    /** How pool and driver, by plain exceptions, report a lost connection, an exhausted pool and a pool that was closed. */
    private static final List<String> LOST_CONNECTION = List.of(
            "Connection is closed",
            "Connection is not active now",
            "connection was closed",
            "read any response",
            "Timeout",
            "Pool closed",
            "connection pool");

    private Failures() {}

    /** Whether the same work may succeed later without any change to it. */
    public static boolean isOperational(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof CompositeException several) {
                return several.getCauses().stream().anyMatch(Failures::isOperational);
            }
            if (cause instanceof PgException database) {
                return isStale(database) || operational(database.getSqlState());
            }
            if (cause instanceof SQLException database) {
                return operational(database.getSQLState());
            }
            if (cause instanceof JsonProcessingException) {
                return false;
            }
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof ChannelException
                    || cause instanceof DatabaseIsSilent
                    || isConnectionLoss(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the database gave the transaction up, in favour of another one or for a stale statement: nothing of it happened. */
    public static boolean isRollback(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof PgException database && database.getSqlState() != null) {
                return database.getSqlState().startsWith("40") || isStale(database);
            }
        }
        return false;
    }

    private static boolean isStale(PgException failure) {
        return STALE_STATEMENT.equals(failure.getErrorMessage());
    }

    private static boolean operational(String sqlState) {
        return sqlState == null || sqlState.length() < 2 || OPERATIONAL_CLASSES.contains(sqlState.substring(0, 2));
    }

    private static boolean isConnectionLoss(Throwable cause) {
        String message = cause.getMessage();
        return !(cause instanceof HibernateException)
                && message != null
                && LOST_CONNECTION.stream().anyMatch(message::contains);
    }

    private static Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
