/**
 * When a promise is kept, warned of, broken or no longer owed.
 *
 * <p>In: where a clock stands, what was heard, and the database's time. Out: where it stands then, and what there is to
 * tell. Whatever the order in which the facts of one hand-off arrive, and however often, the clock ends the same.
 */
package io.leadloop.sla.clock.rules;
