package io.leadloop.scoring.whatif;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.AgreementDocument.Pool;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.http.Cursor;
import io.leadloop.scoring.whatif.WhatIfRecord.Average;
import io.leadloop.scoring.whatif.WhatIfRecord.ChangedLead;
import io.leadloop.scoring.whatif.WhatIfRecord.ChangedLeads;
import io.leadloop.scoring.whatif.WhatIfRecord.Conversion;
import io.leadloop.scoring.whatif.WhatIfRecord.Fate;
import io.leadloop.scoring.whatif.WhatIfRecord.Load;
import io.leadloop.scoring.whatif.WhatIfRecord.PoolLoad;
import io.leadloop.scoring.whatif.WhatIfRecord.Result;
import io.leadloop.scoring.whatif.WhatIfRecord.TeamLoad;
import io.leadloop.scoring.whatif.WhatIfRecord.Week;
import io.leadloop.scoring.whatif.rules.TeamShares;
import io.leadloop.scoring.whatif.rules.TeamShares.Share;
import io.leadloop.scoring.whatif.rules.WhatIfSums;
import io.leadloop.scoring.whatif.rules.WhatIfSums.Pair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sums as HTTP tells them. */
final class WhatIfResult {

    private WhatIfResult() {}

    static WhatIfRecord of(WhatIfSums sums, Agreement draft, InForce inForce, Instant now, WhatIf.Asked asked) {
        LocalDate lastWeek =
                WhatIfSums.firstWeek(now, inForce.agreement().document().zone(), 1);
        Map<LocalDate, Pair> weeks = sums.weeks(lastWeek);
        return new Result(
                "result",
                inForce.version(),
                now,
                sums.leads(),
                sums.open(),
                sums.openMqls(),
                sums.changed(),
                sums.moves(),
                weeks.entrySet().stream()
                        .map(week -> new Week(
                                week.getKey(),
                                week.getValue().before(),
                                week.getValue().after()))
                        .toList(),
                new Average(
                        average(weeks.values().stream().mapToLong(Pair::before).sum(), asked),
                        average(weeks.values().stream().mapToLong(Pair::after).sum(), asked)),
                handoffs(sums, draft, inForce.agreement(), asked),
                teams(sums, draft, inForce.agreement(), asked),
                new Conversion(Fate.of(sums.newly()), Fate.of(sums.noLonger()), Fate.of(sums.still())),
                changed(sums, now, asked.limit()));
    }

    /** Every pool of either document, also one that gets nothing. */
    private static List<PoolLoad> handoffs(WhatIfSums sums, Agreement draft, Agreement inForce, WhatIf.Asked asked) {
        Map<String, List<String>> teams = new TreeMap<>();
        pools(inForce).forEach(pool -> teams.put(pool.name(), pool.teams()));
        pools(draft).forEach(pool -> teams.put(pool.name(), pool.teams()));
        return teams.entrySet().stream()
                .map(pool -> {
                    Pair load = sums.pools().getOrDefault(pool.getKey(), new Pair(0, 0));
                    return new PoolLoad(
                            pool.getKey(),
                            pool.getValue(),
                            average(load.before(), asked),
                            average(load.after(), asked));
                })
                .toList();
    }

    /** Each side by its own document: a pool may have other teams in the draft. */
    private static List<TeamLoad> teams(WhatIfSums sums, Agreement draft, Agreement inForce, WhatIf.Asked asked) {
        Map<String, Share> before = shares(inForce, sums, Pair::before);
        Map<String, Share> after = shares(draft, sums, Pair::after);
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .sorted()
                .map(team -> new TeamLoad(
                        team,
                        load(before.getOrDefault(team, Share.NONE), asked),
                        load(after.getOrDefault(team, Share.NONE), asked)))
                .toList();
    }

    private static Map<String, Share> shares(Agreement agreement, WhatIfSums sums, ToLongFunction<Pair> side) {
        return TeamShares.of(
                pools(agreement).stream().collect(Collectors.toMap(Pool::name, Pool::teams)),
                sums.pools().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, pool -> side.applyAsLong(pool.getValue()))));
    }

    private static Load load(Share share, WhatIf.Asked asked) {
        return new Load(
                average(share.expected(), asked), average(share.atLeast(), asked), average(share.atMost(), asked));
    }

    private static List<Pool> pools(Agreement agreement) {
        return agreement.document().routing().pools();
    }

    private static ChangedLeads changed(WhatIfSums sums, Instant now, int limit) {
        List<ChangedLead> found = sums.page(ChangedLead::of);
        boolean more = found.size() > limit;
        List<ChangedLead> shown = more ? found.subList(0, limit) : found;
        return new ChangedLeads(
                shown, more ? new Cursor(now, shown.getLast().leadId().toString()).encode() : null);
    }

    private static double average(double sum, WhatIf.Asked asked) {
        return Math.round(100.0 * sum / asked.weeks()) / 100.0;
    }
}
