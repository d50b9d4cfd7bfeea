package io.leadloop.messaging;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.hibernate.HibernateException;

/** Tells a failure of the surroundings (try the same again) from a failure of a record (put it aside). */
public final class Failures {
    /** PostgreSQL error classes that say nothing about the data: connection, resources, operator intervention, rollback, locks. */
    private static final Set<String> OPERATIONAL_CLASSES = Set.of("08", "53", "57", "58", "40", "55", "XX");

    private Failures() {}

    /** Whether the same work may succeed later without any change to it. */
    public static boolean isOperational(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof PgException database) {
                return operational(database.getSqlState());
            }
            if (cause instanceof SQLException database) {
                return operational(database.getSQLState());
            }
            if (cause instanceof IOException || cause instanceof TimeoutException || isConnectionLoss(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the database gave the transaction up in favour of another one: nothing of it happened. */
    public static boolean isRollback(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof PgException database && database.getSqlState() != null) {
                return database.getSqlState().startsWith("40");
            }
        }
        return false;
    }

    private static boolean operational(String sqlState) {
        return sqlState == null || sqlState.length() < 2 || OPERATIONAL_CLASSES.contains(sqlState.substring(0, 2));
    }

    /** The pool and the driver report lost connections and an exhausted pool by plain exceptions with these words. */
    private static boolean isConnectionLoss(Throwable cause) {
        String message = cause.getMessage();
        return !(cause instanceof HibernateException)
                && message != null
                && (message.contains("Connection is closed")
                        || message.contains("connection was closed")
                        || message.contains("Fail to read any response")
                        || message.startsWith("Timeout")
                        || message.contains("Pool closed")
                        || message.contains("connection pool"));
    }

    private static Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
