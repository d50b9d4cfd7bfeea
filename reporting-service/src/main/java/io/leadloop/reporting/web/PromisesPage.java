package io.leadloop.reporting.web;

import io.leadloop.events.Clock;
import io.leadloop.events.Quota;
import io.leadloop.reporting.web.PromisesView.About;
import io.leadloop.reporting.web.PromisesView.Broken;
import io.leadloop.reporting.web.PromisesView.Running;
import io.leadloop.reporting.web.others.Part;
import io.leadloop.reporting.web.others.PromiseAnswers.Alert;
import io.leadloop.reporting.web.others.PromiseAnswers.Danger;
import io.leadloop.reporting.web.others.PromiseAnswers.Month;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is about to break, the most urgent first, and what broke, the newest first; each with who owns it. */
final class PromisesPage {
    private static final String STREAM = "/api/sla/v1/alerts/stream";

    /** Whose promise of the month it is. */
    private static final String MARKETING = "Marketing";

    private final ZoneId zone;
    private final List<String> scripts;
    private final boolean mayLookAfter;

    PromisesPage(ZoneId zone, List<String> scripts, boolean mayLookAfter) {
        this.zone = zone;
        this.scripts = scripts;
        this.mayLookAfter = mayLookAfter;
    }

    PromisesView view(Danger danger) {
        return new PromisesView(
                note(danger.breached()),
                zone.getId(),
                STREAM,
                scripts,
                mayLookAfter,
                Stream.concat(
                                all(danger.warned()).map(this::running),
                                all(danger.behind()).map(this::running))
                        .sorted(Comparator.comparing(one -> one.due().at()))
                        .toList(),
                Stream.concat(all(danger.breached()), all(danger.missed()))
                        .sorted(Comparator.comparing(Alert::alertId).reversed())
                        .map(this::broken)
                        .toList());
    }

    private static <T> Stream<T> all(Part<List<T>> part) {
        return part.told().orElse(List.of()).stream();
    }

    private static String note(Part<List<Alert>> alerts) {
        return switch (alerts) {
            case Part.Told<List<Alert>> told -> "";
            case Part.Nothing<List<Alert>> unused -> "";
            case Part.Hidden<List<Alert>> unused -> "Your role does not show this.";
            case Part.Silent<List<Alert>> unused -> "sla-tracker does not answer right now.";
        };
    }

    private Running running(Clock clock) {
        return new Running(
                Wording.words(clock.clock()),
                owner(clock.repId(), clock.teamId(), clock.managerId()),
                new Moment(clock.dueAt(), zone),
                lead(clock.leadId()));
    }

    private Running running(Month month) {
        return new Running(
                promise(month.month(), month.part(), month.value()),
                MARKETING,
                new Moment(month.until(), zone),
                month(month.month(), month.delivered(), month.promised(), month.expected()));
    }

    private Broken broken(Alert alert) {
        Quota quota = alert.quota();
        return new Broken(
                Long.toString(alert.alertId()),
                quota == null ? Wording.words(alert.clock()) : promise(quota.month(), quota.part(), quota.value()),
                quota == null ? owner(alert.repId(), alert.teamId(), alert.managerId()) : MARKETING,
                new Moment(alert.dueAt(), zone),
                alert.acknowledgedBy() == null ? "" : alert.acknowledgedBy(),
                quota == null
                        ? lead(alert.leadId())
                        : month(quota.month(), quota.delivered(), quota.promised(), quota.expected()));
    }

    private static About lead(UUID leadId) {
        return new About("/leads/" + leadId, leadId.toString());
    }

    private static About month(String month, int delivered, int promised, double expected) {
        return new About(
                "/quotas?month=" + month,
                Wording.count(delivered) + " of " + Wording.count(promised) + " delivered, " + expected
                        + " expected by then");
    }

    private static String promise(String month, String part, String value) {
        return "Workable MQLs of " + month + (value == null ? "" : ", " + part + " " + value);
    }

    private static String owner(String rep, String team, String manager) {
        String who = Stream.of(rep, team == null || team.isEmpty() ? null : "team " + team)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
        String led = manager == null || manager.isEmpty() ? "" : " (" + manager + ")";
        return who.isEmpty() ? Wording.NOTHING : who + led;
    }
}
