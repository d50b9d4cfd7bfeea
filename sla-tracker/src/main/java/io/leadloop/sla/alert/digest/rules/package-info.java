/** What the daily mail says, and when the next one is due; pure functions. */
package io.leadloop.sla.alert.digest.rules;
