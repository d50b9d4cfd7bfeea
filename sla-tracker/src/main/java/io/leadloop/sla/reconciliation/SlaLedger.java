package io.leadloop.sla.reconciliation;

import io.leadloop.reconciliation.Account;
import io.leadloop.reconciliation.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Every hand-off has its acceptance clock, which runs as long as an answer is owed. */
@ApplicationScoped
class SlaLedger implements Ledger {
    private static final Account OFFERS = new Account("offers", "Acceptance clocks, one a hand-off", """
            select handoff_id as id, lead_id,
                   case when state in ('running', 'warned') then cast(1 as bigint) else 2 end as version,
                   state, false as moving
            from clock where clock = 'acceptance'""", Set.of());

    @Override
    public List<Account> accounts() {
        return List.of(OFFERS);
    }
}
