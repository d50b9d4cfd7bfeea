/**
 * Who gets a lead. Comes in: the pool's reps as they stand, the lead's last offer, the time. Goes out: a {@link
 * io.leadloop.handoff.routing.rules.RoutingDecision} that names everybody who was considered, and the roster after it. The same
 * input gives the same choice.
 */
package io.leadloop.handoff.routing.rules;
