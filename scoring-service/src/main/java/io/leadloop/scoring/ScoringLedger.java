package io.leadloop.scoring;

import io.leadloop.events.Topics;
import io.leadloop.reconciliation.Account;
import io.leadloop.reconciliation.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What is scored, what was told of it, and who is with Sales. A row that waits for its lead is none of these. */
@ApplicationScoped
class ScoringLedger implements Ledger {
    private static final Account LEADS =
            new Account("leads", "Leads that have a score; closed when won or lost", """
            select lead_id as id, lead_id, lead_version as version,
                   case when closed_at is null then 'open' else 'closed' end as state, false as moving
            from lead_score where lead is not null and score is not null""", Set.of());

    private static final Account SCORES = new Account(
            "scores",
            "Leads whose score was told, by the qualification that was announced last",
            """
            select lead_id as id, lead_id, score_version as version, announced as state, false as moving
            from lead_score where score_version > 0""",
            Set.of(Topics.SCORES));

    private static final Account QUALIFIED = new Account(
            "qualified", "MQLs that are neither closed nor back with Marketing", """
            select lead_id as id, lead_id, cast(1 as bigint) as version, 'qualified' as state, false as moving
            from lead_score where qualified_at is not null and closed_at is null""", Set.of(Topics.SCORES));

    private static final Account OUTCOMES =
            new Account("outcomes", "Leads of which the closed loop told", """
            select lead_id as id, lead_id, closed_loop_version as version,
                   case when closed_at is null then 'open' else 'closed' end as state, false as moving
            from lead_score where closed_loop_version > 0""", Set.of());

    @Override
    public List<Account> accounts() {
        return List.of(LEADS, SCORES, QUALIFIED, OUTCOMES);
    }
}
