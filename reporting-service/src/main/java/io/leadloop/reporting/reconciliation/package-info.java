/**
 * Whether the services agree on every lead (promise 10). In: the books of all five, asked when somebody looks, with that user's
 * own token. Out: one equation for each thing that one service tells another, balanced or with the ids behind the difference.
 * Nothing is kept.
 */
package io.leadloop.reporting.reconciliation;
