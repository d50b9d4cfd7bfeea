/**
 * Scores leads by the agreement and says when one is an MQL.
 *
 * <p>In: leads, activities and outcomes from Kafka, the agreement in force. Out: LeadScored, LeadQualified, LeadNurtured and
 * LeadDisqualified on {@code leadloop.scores}; {@code GET /v1/scores/{leadId}}.
 *
 * <p>What decides is in {@link io.leadloop.scoring.rules}; here is how it gets its facts and where its decisions go.
 */
package io.leadloop.scoring;
