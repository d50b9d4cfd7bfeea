/**
 * Outcomes from before Leadloop. In: rows of {@code POST /v1/imports} of the kind {@code outcomes}. Out: {@code
 * leadloop.closed-loop}, marked as historical; no hand-off is needed.
 */
package io.leadloop.handoff.history;
