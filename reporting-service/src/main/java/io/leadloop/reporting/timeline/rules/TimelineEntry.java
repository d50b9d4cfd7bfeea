package io.leadloop.reporting.timeline.rules;

import java.time.Instant;
import java.util.Map;

/**
 * One line of a lead's history.
 *
 * @param kind the event's wire name without prefix and version, for example {@code handoff.offered}
 * @param text what happened, as a sentence
 * @param facts the details by name, without personal data
 */
public record TimelineEntry(Instant at, String kind, String text, Map<String, String> facts) {}
