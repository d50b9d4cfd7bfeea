/**
 * From a qualified lead to a known outcome: which rep gets it, what the rep answers, what became of it.
 *
 * <p>By feature: {@code reps} (who can take leads), {@code directory} (what is known of each lead), {@code routing} (who gets
 * it), {@code offer} (what the rep does with it), {@code history} (outcomes from before Leadloop).
 */
package io.leadloop.handoff;
