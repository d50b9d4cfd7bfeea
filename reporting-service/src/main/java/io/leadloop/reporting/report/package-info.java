/**
 * What each source and campaign was worth. In: {@code GET /v1/reports/…} and the pages. Out: rows counted from {@code
 * lead_funnel}. A lead counts in the period in which it was captured, and all its credit goes to its first touch.
 */
package io.leadloop.reporting.report;
