/**
 * Who can take leads: teams and their reps, kept over HTTP. Comes in: {@code /v1/reps}, {@code /v1/teams}. Goes out: the roster
 * that routing chooses from, and {@link io.leadloop.handoff.reps.Availability}, which says that a choice may turn out
 * differently now.
 */
package io.leadloop.handoff.reps;
