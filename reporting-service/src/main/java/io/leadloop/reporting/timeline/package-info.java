/**
 * What happened to a lead, in order. In: every event about a lead, told by {@code funnel.FoldEvents} in its transaction.
 * Out: {@code GET /v1/leads/{id}/timeline} and the lead's page. Which words an event gets is decided in {@code rules/}.
 */
package io.leadloop.reporting.timeline;
