/** How an event reads in a lead's timeline. Pure; lets no personal data through. */
package io.leadloop.reporting.timeline.rules;
