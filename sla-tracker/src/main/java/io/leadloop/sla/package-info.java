/**
 * Keeps time for the promises of the agreement. {@code agreement}: what both sides signed. {@code clock}: what is owed to a
 * lead, until when, and how it ended. {@code alert}: whom to tell when it goes wrong.
 */
package io.leadloop.sla;
