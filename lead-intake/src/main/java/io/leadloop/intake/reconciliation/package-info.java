/** What lead-intake knows of which leads, for the comparison of all services. In: its tables. Out: {@code /v1/reconciliation}. */
package io.leadloop.intake.reconciliation;
