package io.leadloop.sla.alert.digest.rules;

import io.leadloop.events.Quota;
import io.leadloop.sla.alert.digest.rules.Digest.Count;
import io.leadloop.sla.alert.digest.rules.Digest.Running;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Words of the daily mail. It names teams, reps' ids and leads' ids, and no person.
 *
 * @param subject for who reads nothing else
 */
public record DigestMail(String subject, String text) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    /** @param pages address of the web pages */
    public static DigestMail of(Digest digest, ZoneId zone, String pages) {
        long breaches = digest.past().stream().mapToLong(Count::breaches).sum();
        long unattended = digest.past().stream().mapToLong(Count::unattended).sum();
        long warned = digest.warned().size() + digest.moreWarned();
        StringBuilder text = new StringBuilder();
        text.append("Promises from ").append(time(digest.from(), zone)).append(" to ");
        text.append(time(digest.to(), zone)).append(" (").append(zone.getId()).append(")\n\n");
        text.append("Broken: ")
                .append(breaches)
                .append(", of which nobody looks after ")
                .append(unattended)
                .append('\n');
        digest.past().forEach(count -> text.append(line(count)));
        text.append("\nAbout to break now: ").append(warned).append('\n');
        digest.warned().forEach(running -> text.append(line(running, zone, pages)));
        if (digest.moreWarned() > 0) {
            text.append("  and ").append(digest.moreWarned()).append(" more\n");
        }
        if (!digest.quotas().isEmpty()) {
            text.append("\nWorkable MQLs this month\n");
            digest.quotas().forEach(quota -> text.append(line(quota)));
        }
        text.append("\nLive: ").append(pages).append("/promises\n");
        return new DigestMail(
                "Leadloop: " + breaches + " promises broken, " + warned + " about to break", text.toString());
    }

    /** The next time of day {@code at} after {@code now}; in a night without that time an hour later, as clocks go. */
    public static Instant next(Instant now, LocalTime at, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        Instant today = here.toLocalDate().atTime(at).atZone(zone).toInstant();
        return today.isAfter(now)
                ? today
                : here.toLocalDate().plusDays(1).atTime(at).atZone(zone).toInstant();
    }

    private static String line(Count count) {
        return "  %s, %s: %d broken (%d unattended), %d warnings\n"
                .formatted(count.clock(), team(count.team()), count.breaches(), count.unattended(), count.warnings());
    }

    private static String line(Running running, ZoneId zone, String pages) {
        return "  %s, %s, %s: due %s, %s/leads/%s\n"
                .formatted(
                        running.clock(),
                        team(running.team()),
                        running.rep() == null ? "no rep" : running.rep(),
                        time(running.dueAt(), zone),
                        pages,
                        running.leadId());
    }

    private static String line(Quota quota) {
        return String.format(
                Locale.ROOT,
                "  %s: %d of %d, should be %.1f by now, will be %d to %d (%s)\n",
                quota.value() == null ? "all" : quota.part() + " " + quota.value(),
                quota.delivered(),
                quota.promised(),
                quota.expected(),
                quota.forecastLow(),
                quota.forecastHigh(),
                quota.state().name().toLowerCase(Locale.ROOT));
    }

    private static String team(String team) {
        return team == null || team.isEmpty() ? "no team" : "team " + team;
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
