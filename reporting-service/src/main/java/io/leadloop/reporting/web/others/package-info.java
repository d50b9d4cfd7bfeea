/**
 * What the other services say of one lead. Asked when somebody looks, with that user's own token, so that each service's
 * roles decide what is shown; nothing of it is kept here. A service that does not answer leaves a gap, not an error.
 */
package io.leadloop.reporting.web.others;
