/** Leads as reporting knows them, without the person. In: {@code GET /v1/leads…}. Out: rows and timelines, newest first. */
package io.leadloop.reporting.lead;
