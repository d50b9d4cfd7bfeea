package io.leadloop.events;

import java.time.Instant;

/** A stage that an imported lead had reached before Leadloop knew it, and when. */
public record StageReached(LifecycleStage stage, Instant at) {}
