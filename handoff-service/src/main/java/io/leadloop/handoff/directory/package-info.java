/**
 * What is known of each lead: who it is elsewhere (external id, address), where it came from, its newest brief, and how many
 * events were said about it. In: {@code leadloop.leads}. Out: nothing; the other features look leads up here and lock them.
 */
package io.leadloop.handoff.directory;
