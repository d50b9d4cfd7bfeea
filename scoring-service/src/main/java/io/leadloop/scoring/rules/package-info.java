/**
 * What the world should hear of a score, as a pure function: no clock, no database, no Kafka.
 *
 * <p>How many points a lead has and why is the agreement's own function ({@link io.leadloop.agreement.rules.ScoringRules}), because
 * the examples in a draft are judged by it before anybody signs. Here: whether the new score is told, and whether the lead is
 * another kind of lead now ({@link io.leadloop.scoring.rules.QualificationRules}).
 */
package io.leadloop.scoring.rules;
