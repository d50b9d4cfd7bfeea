package io.leadloop.deploy.process;

import io.leadloop.deploy.LauncherException;
import java.time.Duration;
import java.time.Instant;

/** Asks again and again until something holds. */
public final class Wait {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Wait() {}

    /** A question that may fail for reasons that pass by themselves. */
    public interface Question {
        boolean holds() throws Exception;
    }

    /**
     * Returns as soon as the question holds.
     *
     * @param otherwise the sentence shown when the time is over
     */
    public static void until(Duration within, String otherwise, Question question) {
        Instant end = Instant.now().plus(within);
        Exception last = null;
        while (Instant.now().isBefore(end)) {
            try {
                if (question.holds()) {
                    return;
                }
            } catch (LauncherException final_) {
                throw final_;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LauncherException("Interrupted: " + otherwise, e);
            } catch (Exception e) {
                last = e;
            }
            pause(BETWEEN, otherwise);
        }
        throw new LauncherException(otherwise + (last == null ? "" : " (" + last.getMessage() + ")"), last);
    }

    /** @param otherwise what is said when the pause is interrupted */
    public static void pause(Duration length, String otherwise) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted: " + otherwise, e);
        }
    }
}
