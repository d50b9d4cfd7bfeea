package io.leadloop.reporting.funnel.rules;

import io.leadloop.events.LifecycleStage;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a lead came from: its first touch. The campaign that found a lead keeps the credit, whatever touches follow.
 *
 * @param importedStage the furthest stage that imported history had reached; {@code CAPTURED} for everybody else
 */
public record Capture(
        Instant capturedAt,
        boolean historical,
        Optional<String> source,
        Optional<String> medium,
        Optional<String> campaign,
        Optional<String> landingPage,
        Optional<String> company,
        Optional<String> country,
        LifecycleStage importedStage) {}
