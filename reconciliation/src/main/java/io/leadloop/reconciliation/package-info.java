/**
 * The books: what each service knows of which leads, so that they can be compared. In: the service's {@link
 * io.leadloop.reconciliation.Ledger}, which names its accounts. Out: {@code GET /v1/reconciliation} with counts and ids by state,
 * and the buckets and entries by which reporting-service finds out who differs.
 */
package io.leadloop.reconciliation;
