/**
 * The document that Marketing and Sales sign, made executable.
 *
 * <p>Decides: whether a text is an agreement ({@link io.leadloop.agreement.Agreement#read}), whether a condition holds for a lead
 * ({@link io.leadloop.agreement.Conditions}), which grade two scores make ({@link io.leadloop.agreement.Scorecard}), what a grade
 * means ({@link io.leadloop.agreement.QualificationMatrix}), and when a clock is due ({@link io.leadloop.agreement.ClockRule}).
 *
 * <p>Comes in: YAML text; a lead's profile and touches. Goes out: records, or all problems of the text with line and column.
 *
 * <p>Pure: no clock, database or Kafka. How a lead is scored is in {@link io.leadloop.agreement.rules}; choosing a rep belongs to
 * handoff-service.
 */
package io.leadloop.agreement;
