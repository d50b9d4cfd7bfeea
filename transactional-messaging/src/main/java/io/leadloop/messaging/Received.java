package io.leadloop.messaging;

import io.leadloop.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * An event that arrived.
 *
 * @param eventId its identity everywhere ({@code ce_id})
 * @param recordedAt when its producer recorded it ({@code ce_time})
 */
public record Received(UUID eventId, Event event, Instant recordedAt, Trace trace) {}
