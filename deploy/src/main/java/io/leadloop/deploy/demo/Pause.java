package io.leadloop.deploy.demo;

import io.leadloop.deploy.LauncherException;
import java.time.Duration;

/** Waiting that ends when the command is stopped. */
final class Pause {
    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Stopped.");
        }
    }
}
