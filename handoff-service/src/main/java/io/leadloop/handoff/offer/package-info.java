/**
 * What a rep does with an offer: accept, reject, log attempts, report the outcome. Comes in: {@code /v1/handoffs}. Goes out:
 * {@code leadloop.handoffs} with the hand-off's whole state, {@code leadloop.closed-loop} with what became of the lead.
 */
package io.leadloop.handoff.offer;
