/**
 * Time that counts: how much of it lies between two moments, and when a promised amount of it is used up.
 *
 * <p>Comes in: a calendar (zone, hours of the week, holidays, own days, other hours for a while) and moments. Goes out: moments and
 * durations. Interval arithmetic: the work grows with the days passed over, not with their minutes.
 *
 * <p>Pure. Where a calendar comes from is not known here; holidays are a question that somebody else answers.
 */
package io.leadloop.agreement.workingtime;
