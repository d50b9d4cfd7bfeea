/**
 * Decides nothing, keeps the account: every event of every topic comes in and becomes a change of the lead's row
 * ({@code lead_funnel}) and an entry of its timeline. Nothing goes out; the reports and pages read what is written here.
 */
package io.leadloop.reporting.funnel;
