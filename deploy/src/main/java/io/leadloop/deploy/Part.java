package io.leadloop.deploy;

import io.leadloop.deploy.settings.Setting;
import java.util.List;
import java.util.Optional;

/** One thing that runs: infrastructure or service. Starting what runs and stopping what does not is harmless. */
public interface Part {
    String name();

    /** What it listens on. */
    List<Setting> ports();

    Optional<ProcessHandle> running();

    /** Starts it and returns at once. */
    void start();

    /** Returns when it does its work; fails when it has ended, or is not ready in the time the settings give. */
    void awaitReady();

    /** Asks it whether it makes progress. Takes some seconds at most, whatever state it is in. */
    Seen ask();

    /** Brings what belongs in it and may be missing after a start. */
    default void furnish() {}

    void stop();

    /** As if the machine had taken it away. */
    void kill();
}
