package io.leadloop.events;

import java.time.Instant;

/**
 * One human effort to reach the lead.
 *
 * @param channel call, mail, message or meeting
 * @param result connected, no_answer, left_message, bounced, …
 */
public record Attempt(String channel, String result, String note, String by, Instant at) {}
