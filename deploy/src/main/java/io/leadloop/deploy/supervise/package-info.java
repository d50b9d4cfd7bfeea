/**
 * Keeps what {@code up} started alive. {@code Watch} decides from what is seen of a part (pure); {@code Supervisor} looks and
 * acts; {@code Restarts} is the book of what was done; {@code Wanted} says what should run at all.
 */
package io.leadloop.deploy.supervise;
