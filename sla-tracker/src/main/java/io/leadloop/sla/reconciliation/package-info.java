/** What sla-tracker knows of which hand-offs, for the comparison of all services. In: its tables. Out: {@code /v1/reconciliation}. */
package io.leadloop.sla.reconciliation;
