/** What follows from an attempt to deliver, and which addresses are nobody else's business; pure functions. */
package io.leadloop.webhooks.rules;
