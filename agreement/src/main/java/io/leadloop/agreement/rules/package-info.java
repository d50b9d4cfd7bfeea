/**
 * What the agreement says of a lead, as pure functions: no clock, no database, no Kafka.
 *
 * <p>Decides: how many points a lead has and why ({@link io.leadloop.agreement.rules.ScoringRules}), and whether the agreement does
 * what its own examples say ({@link io.leadloop.agreement.rules.ExampleRules}).
 *
 * <p>Here rather than in scoring-service, because sla-tracker asks the same before anybody signs a draft: what was tried and what
 * scores must be one function.
 */
package io.leadloop.agreement.rules;
