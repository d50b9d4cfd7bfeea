package io.leadloop.deploy;

/** Something the user can mend; the message says what happened and what to do, and is all that is shown. */
public class LauncherException extends RuntimeException {
    public LauncherException(String message) {
        super(message);
    }

    public LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
