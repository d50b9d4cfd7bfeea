/** What one lead says of a draft, and how the answers add up: no clock, no database. */
package io.leadloop.scoring.whatif.rules;
