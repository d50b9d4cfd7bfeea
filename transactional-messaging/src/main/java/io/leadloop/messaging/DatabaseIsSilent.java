package io.leadloop.messaging;

import java.time.Duration;

/** The database did not answer in time: a failure of the surroundings. Carries no stack trace: it tells nothing. */
public class DatabaseIsSilent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseIsSilent(Duration limit) {
        super("The database has not answered for " + limit.toMillis() + " ms", null, false, false);
    }
}
