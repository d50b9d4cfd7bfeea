package io.leadloop.reporting.timeline;

import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;

/**
 * An entry of a lead's timeline as it is answered.
 *
 * @param eventId the event's identity everywhere ({@code ce_id})
 */
public record TimelineItem(UUID eventId, Instant at, String kind, String text, SortedMap<String, String> facts) {}
