/**
 * Lets people check a promise before they sign it. In: a calendar of the agreement in force, or one that somebody is writing, and a
 * moment. Out: when a time is used up, or how much of it lies between two moments, by HTTP. Counting itself is {@code
 * io.leadloop.agreement.workingtime}'s.
 */
package io.leadloop.sla.calendar;
