/**
 * How two services' books are compared, as pure functions. Comes in: the same account as its producer and as a consumer keep
 * it, by buckets and by entries. Goes out: an {@link io.leadloop.reconciliation.rules.Equation} and the differences behind it.
 */
package io.leadloop.reconciliation.rules;
