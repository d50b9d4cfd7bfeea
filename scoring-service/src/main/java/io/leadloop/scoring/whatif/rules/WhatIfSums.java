package io.leadloop.scoring.whatif.rules;

import io.leadloop.events.Qualification;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What many leads say of a draft: counts, and one page of those whose grade changes. Of a size that does not grow with the leads. */
public final class WhatIfSums {

    /** A number under the agreement in force, and under the draft. */
    public record Pair(long before, long after) {
        static final Pair NONE = new Pair(0, 0);

        Pair plus(boolean isBefore, boolean isAfter) {
            return new Pair(before + (isBefore ? 1 : 0), after + (isAfter ? 1 : 0));
        }

        Pair plus(Pair other) {
            return new Pair(before + other.before, after + other.after);
        }
    }

    /** What became of some leads. */
    public record Fates(long leads, long won, long lost) {
        static final Fates NONE = new Fates(0, 0, 0);

        Fates plus(Optional<String> outcome) {
            return new Fates(
                    leads + 1,
                    won + (outcome.equals(Optional.of("won")) ? 1 : 0),
                    lost + (outcome.equals(Optional.of("lost")) ? 1 : 0));
        }

        Fates plus(Fates other) {
            return new Fates(leads + other.leads, won + other.won, lost + other.lost);
        }
    }

    private final ZoneId zone;
    private final LocalDate firstWeek;
    private final Optional<UUID> after;
    private final int limit;

    private long leads;
    private long open;
    private Pair openMqls = Pair.NONE;
    private long changed;
    private Fates newly = Fates.NONE;
    private Fates noLonger = Fates.NONE;
    private Fates still = Fates.NONE;
    private final TreeMap<LocalDate, Pair> weeks = new TreeMap<>();
    private final TreeMap<String, Pair> pools = new TreeMap<>();
    private final TreeMap<String, Long> moves = new TreeMap<>();
    private final TreeMap<UUID, TriedLead> page = new TreeMap<>();

    /**
     * @param firstWeek a Monday; who qualified before it is in no week
     * @param after the page of changed leads begins behind this one
     * @param limit of that page
     */
    public WhatIfSums(ZoneId zone, LocalDate firstWeek, Optional<UUID> after, int limit) {
        this.zone = zone;
        this.firstWeek = firstWeek;
        this.after = after;
        this.limit = limit;
    }

    /** The Monday of the first of so many weeks, of which the one with {@code now} is the last. */
    public static LocalDate firstWeek(Instant now, ZoneId zone, int weeks) {
        return monday(now, zone).minusWeeks(weeks - 1L);
    }

    public void add(TriedLead lead) {
        leads++;
        addQualification(lead);
        if (lead.outcome().isEmpty()) {
            open++;
            openMqls = openMqls.plus(
                    lead.before().qualification() == Qualification.MQL,
                    lead.after().qualification() == Qualification.MQL);
        }
        if (lead.changesGrade()) {
            changed++;
            moves.merge(lead.before().grade() + " → " + lead.after().grade(), 1L, Long::sum);
            keep(lead);
        }
    }

    /** Adds what was summed apart from this. */
    public void add(WhatIfSums other) {
        leads += other.leads;
        open += other.open;
        openMqls = openMqls.plus(other.openMqls);
        changed += other.changed;
        newly = newly.plus(other.newly);
        noLonger = noLonger.plus(other.noLonger);
        still = still.plus(other.still);
        other.weeks.forEach((week, pair) -> weeks.merge(week, pair, Pair::plus));
        other.pools.forEach((pool, pair) -> pools.merge(pool, pair, Pair::plus));
        other.moves.forEach((move, count) -> moves.merge(move, count, Long::sum));
        other.page.values().forEach(this::keep);
    }

    /** For another part of the leads. */
    public WhatIfSums empty() {
        return new WhatIfSums(zone, firstWeek, after, limit);
    }

    private void addQualification(TriedLead lead) {
        boolean before = lead.before().qualifiedAt().isPresent();
        boolean now = lead.after().qualifiedAt().isPresent();
        if (before && now) {
            still = still.plus(lead.outcome());
        } else if (now) {
            newly = newly.plus(lead.outcome());
        } else if (before) {
            noLonger = noLonger.plus(lead.outcome());
        }
        count(lead.before(), true);
        count(lead.after(), false);
    }

    private void count(TriedLead.Side side, boolean isBefore) {
        side.qualifiedAt()
                .map(at -> monday(at, zone))
                .filter(week -> !week.isBefore(firstWeek))
                .ifPresent(week -> {
                    weeks.merge(week, Pair.NONE.plus(isBefore, !isBefore), Pair::plus);
                    side.pool().ifPresent(pool -> pools.merge(pool, Pair.NONE.plus(isBefore, !isBefore), Pair::plus));
                });
    }

    /** One more than the page has, to tell that there are more. */
    private void keep(TriedLead lead) {
        if (after.filter(last -> lead.leadId().compareTo(last) <= 0).isEmpty()) {
            page.put(lead.leadId(), lead);
            if (page.size() > limit + 1) {
                page.pollLastEntry();
            }
        }
    }

    private static LocalDate monday(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public long leads() {
        return leads;
    }

    public long open() {
        return open;
    }

    /** Open leads that are MQLs now. */
    public Pair openMqls() {
        return openMqls;
    }

    /** Open leads whose grade is another one. */
    public long changed() {
        return changed;
    }

    /** Who would qualify and did not. */
    public Fates newly() {
        return newly;
    }

    /** Who qualified and would not. */
    public Fates noLonger() {
        return noLonger;
    }

    /** Who qualifies under both. */
    public Fates still() {
        return still;
    }

    /** New MQLs by week, the weeks without any included. */
    public Map<LocalDate, Pair> weeks(LocalDate last) {
        Map<LocalDate, Pair> all = new TreeMap<>();
        Stream.iterate(firstWeek, week -> !week.isAfter(last), week -> week.plusWeeks(1))
                .forEach(week -> all.put(week, weeks.getOrDefault(week, Pair.NONE)));
        return all;
    }

    /** New MQLs of these weeks by pool. */
    public Map<String, Pair> pools() {
        return Map.copyOf(pools);
    }

    /** How many change from which grade to which, as {@code A2 → A1}. */
    public Map<String, Long> moves() {
        return new TreeMap<>(moves);
    }

    /** The page of changed leads by id; one more than its limit if there are more. */
    public <T> List<T> page(Function<TriedLead, T> item) {
        return new ArrayList<>(page.values()).stream().map(item).toList();
    }
}
