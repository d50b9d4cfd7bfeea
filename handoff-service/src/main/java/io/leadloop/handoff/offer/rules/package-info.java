/**
 * What may be done with an offer. Comes in: where it stands, what somebody wants, the time. Goes out: a {@link
 * io.leadloop.handoff.offer.rules.HandoffDecision}.
 */
package io.leadloop.handoff.offer.rules;
