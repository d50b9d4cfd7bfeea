/**
 * Decides whether a submission is a new lead or belongs to a known one. In: {@code POST /v1/leads} and imported rows. Out:
 * LeadCaptured, LeadUpdated and the submission's ActivityRecorded.
 */
package io.leadloop.intake.lead;
