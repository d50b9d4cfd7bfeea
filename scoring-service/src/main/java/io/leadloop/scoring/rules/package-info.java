/**
 * The rules of scoring, as pure functions: no clock, no database, no Kafka.
 *
 * <p>Decides: how many points a lead has and why ({@link io.leadloop.scoring.rules.ScoringRules}), and what the world should hear
 * of it ({@link io.leadloop.scoring.rules.QualificationRules}).
 *
 * <p>Comes in: profile, touches, activities, the agreement, the moment. Goes out: an assessment and a decision.
 */
package io.leadloop.scoring.rules;
