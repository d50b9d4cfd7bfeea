/**
 * Marketing's promise to Sales: so many workable MQLs a month; and what Sales makes of them. In: who qualified
 * ({@code leadloop.scores}, and imported history on {@code leadloop.leads}), what became of the hand-offs
 * ({@code leadloop.handoffs}), the agreement in force, and time. Out: where each quota stands, once a day, and warnings
 * ({@code leadloop.sla}); quotas by HTTP.
 *
 * <p>Facts are kept as they are heard, counts are made when somebody asks: so the order in which topics are heard does not matter.
 */
package io.leadloop.sla.quota;
