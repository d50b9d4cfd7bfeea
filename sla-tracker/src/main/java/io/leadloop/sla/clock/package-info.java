/**
 * Keeps the clocks. In: what happens to a hand-off ({@code leadloop.handoffs}), the agreement in force, and time. Out: clocks
 * that started, warned, were met, breached, corrected or cancelled ({@code leadloop.sla}), alerts, and the clocks by HTTP.
 *
 * <p>What a clock does is decided in {@code rules}; here it is loaded, saved and told, one transaction a batch.
 */
package io.leadloop.sla.clock;
