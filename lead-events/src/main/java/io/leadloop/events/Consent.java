package io.leadloop.events;

import java.time.Instant;

/** What the person agreed to, in the words that were shown, and when. */
public record Consent(boolean marketing, String text, Instant at) {}
