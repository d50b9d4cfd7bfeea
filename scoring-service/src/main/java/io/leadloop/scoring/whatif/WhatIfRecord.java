package io.leadloop.scoring.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leadloop.scoring.rules.Difference;
import io.leadloop.scoring.whatif.rules.TriedLead;
import io.leadloop.scoring.whatif.rules.WhatIfSums;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A line of the answer: progress, and at last the result. {@code type} says which. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface WhatIfRecord {

    /** @param type {@code progress} */
    record Progress(String type, long leads, long of) implements WhatIfRecord {
        static Progress of(long leads, long all) {
            return new Progress("progress", leads, Math.max(leads, all));
        }
    }

    /**
     * Everything twice: {@code before} by the agreement in force, {@code after} by the draft.
     *
     * @param type {@code result}
     * @param comparedWith the version in force
     * @param at the moment of the grades
     * @param leads all that are stored; {@code open} ones are not closed
     * @param openMqls open leads that are MQLs at this moment
     * @param gradeChanges open leads with another grade, by {@code A2 → A1}
     * @param mqlsPerWeek new MQLs by the Monday of the week in which they first qualified
     * @param handoffs what the pools would get a week, on average over these weeks
     * @param teams the same for the teams, as far as it is known before reps are chosen
     * @param conversion what became of leads that only one of the two qualifies, and of those that both do
     * @param changed a page of the open leads with another grade, by id
     */
    record Result(
            String type,
            int comparedWith,
            Instant at,
            long leads,
            long open,
            WhatIfSums.Pair openMqls,
            long changesGrade,
            Map<String, Long> gradeChanges,
            List<Week> mqlsPerWeek,
            Average mqlsAWeek,
            List<PoolLoad> handoffs,
            List<TeamLoad> teams,
            Conversion conversion,
            ChangedLeads changed)
            implements WhatIfRecord {}

    record Week(LocalDate week, long before, long after) {}

    record Average(double before, double after) {}

    /** @param teams that share the pool's leads, by the draft or, if it has no such pool, by the agreement in force */
    record PoolLoad(String pool, List<String> teams, double before, double after) {}

    /** A team that either document names. */
    record TeamLoad(String team, Load before, Load after) {}

    /**
     * Leads a week.
     *
     * @param expected if the teams of a pool share its leads evenly
     * @param atLeast from pools that are this team's alone
     * @param atMost if it got everything of every pool that names it
     */
    record Load(double expected, double atLeast, double atMost) {}

    record Conversion(Fate newlyQualified, Fate noLongerQualified, Fate stillQualified) {}

    /** @param conversion won ÷ (won + lost); absent while there are neither */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fate(long leads, long won, long lost, Double conversion) {
        static Fate of(WhatIfSums.Fates fates) {
            long known = fates.won() + fates.lost();
            return new Fate(
                    fates.leads(),
                    fates.won(),
                    fates.lost(),
                    known == 0 ? null : rounded((double) fates.won() / known));
        }
    }

    /** @param nextCursor what to send as {@code cursor} for the next page; absent on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangedLeads(List<ChangedLead> items, String nextCursor) {}

    record ChangedLead(
            UUID leadId,
            String gradeBefore,
            String gradeAfter,
            String qualificationBefore,
            String qualificationAfter,
            List<Difference> differences) {
        static ChangedLead of(TriedLead lead) {
            return new ChangedLead(
                    lead.leadId(),
                    lead.before().grade(),
                    lead.after().grade(),
                    word(lead.before()),
                    word(lead.after()),
                    lead.differences());
        }

        private static String word(TriedLead.Side side) {
            return side.qualification().name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
