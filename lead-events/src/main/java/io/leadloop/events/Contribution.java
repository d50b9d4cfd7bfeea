package io.leadloop.events;

/**
 * One line of a score's explanation. The points of all lines of an axis sum to the axis's score; a cap is a line of its own
 * with negative points.
 */
public record Contribution(Axis axis, String rule, int points, String reason) {}
