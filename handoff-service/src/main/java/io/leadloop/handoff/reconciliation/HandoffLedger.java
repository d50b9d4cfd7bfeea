package io.leadloop.handoff.reconciliation;

import io.leadloop.events.Topics;
import io.leadloop.reconciliation.Account;
import io.leadloop.reconciliation.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Which leads are known, who has those that qualified, and what was told of hand-offs and outcomes. */
@ApplicationScoped
class HandoffLedger implements Ledger {
    private static final Account LEADS =
            new Account("leads", "Leads in the directory; closed when a hand-off was won or lost", """
            select lead_id as id, lead_id, leads_version as version,
                   case when closed.lead_id is null then 'open' else 'closed' end as state, false as moving
            from lead left join (
                select lead_id from (select distinct on (lead_id) lead_id, outcome from handoff order by lead_id, round desc) last
                where outcome in ('won', 'lost')) closed using (lead_id)
            where leads_version > 0""", Set.of());

    /** Who is with nobody, or with Marketing again, is noted and not counted, so that news on its way is seen as such. */
    private static final Account QUALIFIED = new Account(
            "qualified",
            "Leads that were offered to a rep or wait for one, by their last hand-off",
            """
            select lead_id as id, lead_id,
                   case when waiting.lead_id is not null then cast(1 as bigint)
                        when last.lead_id is null or last.outcome = 'recycled' then 0 else 1 end as version,
                   case when waiting.lead_id is not null then 'waiting'
                        else coalesce(last.outcome, last.state, 'nobody') end as state,
                   false as moving
            from (select lead_id from lead where qualified_at is not null) qualified
            left join (select distinct on (lead_id) lead_id, state, outcome from handoff order by lead_id, round desc) last
                using (lead_id)
            left join waiting_lead waiting using (lead_id)""",
            Set.of(Topics.HANDOFFS, Topics.CLOSED_LOOP));

    /** The version says whether an answer is still owed: 1 yes, 2 no. An offer that is just due is about to change that. */
    private static final Account OFFERS =
            new Account("offers", "Hand-offs, each round by itself", """
            select handoff_id as id, lead_id,
                   case when state = 'offered' and accept_by > clock_timestamp() then cast(1 as bigint) else 2 end as version,
                   state, state = 'offered' and accept_by between clock_timestamp() - interval '60 seconds'
                                                             and clock_timestamp() as moving
            from handoff""", Set.of(Topics.HANDOFFS, Topics.CLOSED_LOOP));

    private static final Account HANDOFFS =
            new Account("handoffs", "Leads of whose hand-offs was told", """
            select lead_id as id, lead_id, handoffs_version as version, 'told' as state, false as moving
            from lead where handoffs_version > 0""", Set.of(Topics.HANDOFFS));

    private static final Account OUTCOMES =
            new Account("outcomes", "Leads of whose outcome was told", """
            select lead_id as id, lead_id, closed_loop_version as version, 'told' as state, false as moving
            from lead where closed_loop_version > 0""", Set.of(Topics.CLOSED_LOOP));

    @Override
    public List<Account> accounts() {
        return List.of(LEADS, QUALIFIED, OFFERS, HANDOFFS, OUTCOMES);
    }
}
