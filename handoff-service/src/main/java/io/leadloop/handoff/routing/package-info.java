/**
 * Offers each qualified lead to one rep, and to the next when nobody answered in time. In: {@code leadloop.scores} (who
 * qualified), {@code leadloop.sla} (whose time is over), changes of the reps. Out: HandoffOffered, HandoffExpired,
 * HandoffUnroutable on {@code leadloop.handoffs}; the choice itself is in {@code rules}.
 */
package io.leadloop.handoff.routing;
