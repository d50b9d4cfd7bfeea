/**
 * What the closed loop teaches: how likely a lead is to be won, beside the scorecard and as advice only.
 *
 * <p>In: outcomes from {@code leadloop.closed-loop}, imported history from {@code leadloop.leads}, and what was known of each lead
 * when it was qualified (kept by a trigger on the lead's row). Out: {@code GET /v1/learned-model} and the field {@code learned} of
 * {@code GET /v1/scores/{leadId}}.
 *
 * <p>What is learned and what is believed is decided in {@link io.leadloop.scoring.learned.rules}.
 */
package io.leadloop.scoring.learned;
