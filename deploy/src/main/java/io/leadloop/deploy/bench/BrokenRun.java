package io.leadloop.deploy.bench;

import io.leadloop.deploy.LauncherException;

/** Something was lost, refused or late beyond measure: no figure comes from this run. */
final class BrokenRun extends LauncherException {
    BrokenRun(String message) {
        super("The run is broken, so there is no figure: " + message);
    }
}
