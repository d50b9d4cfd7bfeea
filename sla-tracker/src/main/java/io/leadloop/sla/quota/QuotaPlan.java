package io.leadloop.sla.quota;

import io.leadloop.agreement.QuotaRule;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.agreement.workingtime.WorkingCalendar;
import io.leadloop.sla.quota.DeliveryStore.Rep;
import io.leadloop.sla.quota.DeliveryStore.Span;
import io.leadloop.sla.quota.rules.QuotaMonth;
import io.leadloop.sla.quota.rules.QuotaPart;
import io.leadloop.sla.quota.rules.QuotaRules;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which quotas there are at one moment under one agreement: those of months that are over and not told yet, and those of the month
 * that runs. The agreement in force decides for the whole month.
 */
class QuotaPlan {
    private final InForce inForce;
    private final Optional<QuotaRule> rule;
    private final ZoneId zone;
    private final WorkingCalendar calendar;
    private final Map<QuotaRow, QuotaMonth> over = new LinkedHashMap<>();
    private final List<QuotaRow> kept = new ArrayList<>();
    private final List<QuotaRow> begun = new ArrayList<>();
    private final QuotaMonth month;

    /** @param open of all months that are not closed */
    QuotaPlan(InForce inForce, List<QuotaRow> open, Optional<QuotaMonth.Closed> lastClosed, Instant now) {
        this.inForce = inForce;
        this.rule = inForce.agreement().document().quota();
        this.zone = inForce.agreement().document().zone();
        this.calendar = rule.map(inForce.agreement()::calendar).orElse(WorkingCalendar.ALWAYS);
        YearMonth here = YearMonth.from(now.atZone(zone));
        Optional<QuotaMonth.Closed> closed = lastClosed;
        for (QuotaRow row : open) {
            YearMonth ofRow = YearMonth.parse(row.month);
            if (ofRow.isBefore(here)) {
                QuotaMonth ended = QuotaMonth.begun(ofRow, row.monthFrom, zone, calendar);
                over.put(row, ended);
                closed = Optional.of(new QuotaMonth.Closed(ofRow, ended.until()));
            } else {
                kept.add(row);
            }
        }
        this.month = kept.isEmpty()
                ? QuotaMonth.current(now, zone, calendar, closed)
                : QuotaMonth.begun(YearMonth.parse(kept.getFirst().month), kept.getFirst().monthFrom, zone, calendar);
        over.forEach((row, ended) -> {
            row.monthUntil = ended.until();
            row.closed = true;
        });
    }

    QuotaMonth month() {
        return month;
    }

    /** A rep whom somebody offered a lead this month or the month before is promised a part. */
    Instant repsSince() {
        return QuotaMonth.start(month.month().minusMonths(1), zone);
    }

    List<Span> spans() {
        return Stream.concat(over.values().stream(), Stream.of(month))
                .distinct()
                .map(span -> new Span(span.month().toString(), span.from(), span.until()))
                .toList();
    }

    /** Brings the rows of the running month to what is promised now, and looks at all of them. */
    QuotaChanges look(List<Rep> reps, Delivered delivered, Instant now) {
        promise(reps, now);
        List<Double> warnBelow = rule.map(QuotaRule::warnBelow).orElse(List.of());
        QuotaChanges changes = new QuotaChanges(now);
        over.forEach((row, ended) -> changes.look(row, ended, delivered.of(row), warnBelow, ended.until()));
        Stream.concat(kept.stream(), begun.stream())
                .forEach(row -> changes.look(row, month, delivered.of(row), warnBelow, now));
        return changes;
    }

    private void promise(List<Rep> reps, Instant now) {
        Map<String, QuotaRow> byId = kept.stream().collect(Collectors.toMap(row -> row.quotaId, Function.identity()));
        Map<String, String> teams =
                reps.stream().filter(rep -> rep.teamId() != null).collect(Collectors.toMap(Rep::repId, Rep::teamId));
        List<QuotaPart> parts = rule.map(
                        some -> QuotaPart.of(some, reps.stream().map(Rep::repId).toList()))
                .orElse(List.of());
        for (int place = 0; place < parts.size(); place++) {
            QuotaPart part = parts.get(place);
            QuotaRow known = byId.remove(QuotaRow.idOf(month.month(), part));
            QuotaRow row = known == null ? QuotaRow.of(month, part) : known;
            if (known == null) {
                row.judged = QuotaRules.inTime(month.elapsed(now));
                begun.add(row);
            }
            row.place = place;
            row.teamId = row.part.equals(QuotaPart.REP) ? teams.get(row.value) : null;
            row.promise(part.promised(), inForce.version());
        }
        byId.values().forEach(row -> row.promise(0, inForce.version()));
        Stream.concat(kept.stream(), begun.stream()).forEach(row -> {
            row.monthFrom = month.from();
            row.monthUntil = month.until();
        });
    }

    List<QuotaRow> begun() {
        return begun;
    }

    List<QuotaRow> changed() {
        return Stream.concat(over.keySet().stream(), kept.stream()).toList();
    }
}
