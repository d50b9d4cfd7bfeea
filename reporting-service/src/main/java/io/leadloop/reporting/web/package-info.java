/**
 * The pages that people look at: overview, campaigns, leads, one lead. In: the reports and timelines of this service, and
 * the other services' answers for one lead, asked with the user's own token. Out: HTML that works without scripts.
 */
package io.leadloop.reporting.web;
