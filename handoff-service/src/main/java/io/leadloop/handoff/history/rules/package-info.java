/** What a row of a file means: which lead it speaks of, and what became of it, or why it says nothing. */
package io.leadloop.handoff.history.rules;
