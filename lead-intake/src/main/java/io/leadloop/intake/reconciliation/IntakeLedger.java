package io.leadloop.intake.reconciliation;

import io.leadloop.events.Topics;
import io.leadloop.reconciliation.Account;
import io.leadloop.reconciliation.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Every accepted lead, and what the closed loop has told of it. */
@ApplicationScoped
class IntakeLedger implements Ledger {
    private static final Account LEADS =
            new Account("leads", "Leads that were accepted; closed when won or lost", """
            select lead_id as id, lead_id, lead_version as version,
                   case when status in ('won', 'lost') then 'closed' else 'open' end as state, false as moving
            from lead""", Set.of(Topics.LEADS));

    private static final Account OUTCOMES =
            new Account("outcomes", "Leads of which the closed loop told, by what it told last", """
            select lead_id as id, lead_id, status_version as version, status as state, false as moving
            from lead where status_version > 0""", Set.of());

    @Override
    public List<Account> accounts() {
        return List.of(LEADS, OUTCOMES);
    }
}
