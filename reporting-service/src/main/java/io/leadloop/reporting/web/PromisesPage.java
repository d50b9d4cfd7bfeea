package io.leadloop.reporting.web;

import io.leadloop.events.Clock;
import io.leadloop.reporting.web.PromisesView.Broken;
import io.leadloop.reporting.web.PromisesView.Running;
import io.leadloop.reporting.web.others.Part;
import io.leadloop.reporting.web.others.PromiseAnswers.Alert;
import io.leadloop.reporting.web.others.PromiseAnswers.Danger;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is about to break, the most urgent first, and what broke, the newest first; each with who owns it. */
final class PromisesPage {
    private static final String STREAM = "/api/sla/v1/alerts/stream";

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
                note(danger.alerts()),
                zone.getId(),
                STREAM,
                scripts,
                mayLookAfter,
                danger.warned().told().orElse(List.of()).stream()
                        .sorted(Comparator.comparing(Clock::dueAt))
                        .map(this::running)
                        .toList(),
                danger.alerts().told().orElse(List.of()).stream()
                        .filter(alert -> alert.kind().equals("breached"))
                        .map(this::broken)
                        .toList());
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
                clock.leadId().toString(),
                Wording.words(clock.clock()),
                owner(clock.repId(), clock.teamId(), clock.managerId()),
                new Moment(clock.dueAt(), zone));
    }

    private Broken broken(Alert alert) {
        return new Broken(
                Long.toString(alert.alertId()),
                alert.leadId().toString(),
                Wording.words(alert.clock()),
                owner(alert.repId(), alert.teamId(), alert.managerId()),
                new Moment(alert.dueAt(), zone),
                new Moment(alert.at(), zone),
                alert.acknowledgedBy() == null ? "" : alert.acknowledgedBy());
    }

    private static String owner(String rep, String team, String manager) {
        String who = Stream.of(rep, team == null || team.isEmpty() ? null : "team " + team)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
        String led = manager == null || manager.isEmpty() ? "" : " (" + manager + ")";
        return who.isEmpty() ? Wording.NOTHING : who + led;
    }
}
