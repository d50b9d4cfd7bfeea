/** Pure: normalising what a form sent, and joining a further submission to a known lead. */
package io.leadloop.intake.lead.rules;
