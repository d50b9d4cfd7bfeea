/**
 * What can be learned from leads whose outcome is known, as pure functions: no clock, no database, no chance.
 *
 * <p>{@link io.leadloop.scoring.learned.rules.Traits} says what was known of a lead when it was qualified,
 * {@link io.leadloop.scoring.learned.rules.Encoding} makes columns of it,
 * {@link io.leadloop.scoring.learned.rules.Training} trains on the earlier leads and judges on the later ones, and
 * {@link io.leadloop.scoring.learned.rules.PublishingRules} decides whether the result is shown. The solver is an argument.
 */
package io.leadloop.scoring.learned.rules;
