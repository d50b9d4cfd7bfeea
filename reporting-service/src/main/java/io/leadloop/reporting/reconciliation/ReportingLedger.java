package io.leadloop.reporting.reconciliation;

import io.leadloop.reconciliation.Account;
import io.leadloop.reconciliation.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What was folded, by topic: the newest version of each lead that the reports have seen. Stages follow from nothing else. */
@ApplicationScoped
class ReportingLedger implements Ledger {
    private static final String SEEN = """
            select lead_id as id, lead_id, %1$s as version, %2$s as state, false as moving
            from lead_funnel where %1$s > 0""";

    private static final Account LEADS = new Account(
            "leads",
            "Leads that are counted; closed when won or lost",
            SEEN.formatted("leads_version", "case when stage in ('won', 'lost') then 'closed' else 'open' end"),
            Set.of());

    private static final Account SCORES = new Account(
            "scores",
            "Leads whose score is shown",
            SEEN.formatted("scores_version", "lower(coalesce(qualification, ''))"),
            Set.of());

    private static final Account HANDOFFS = new Account(
            "handoffs",
            "Leads whose hand-off is counted, by its state",
            SEEN.formatted("handoffs_version", "lower(coalesce(handoff_state, 'waiting'))"),
            Set.of());

    private static final Account OUTCOMES = new Account(
            "outcomes",
            "Leads whose outcome is counted, by what it is",
            SEEN.formatted("closed_loop_version", "lower(coalesce(outcome, ''))"),
            Set.of());

    @Override
    public List<Account> accounts() {
        return List.of(LEADS, SCORES, HANDOFFS, OUTCOMES);
    }
}
