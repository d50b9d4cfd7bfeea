package io.leadloop.sla.alert.digest.rules;

import io.leadloop.events.Quota;
import java.time.Instant;
import java.util.List;

/**
 * A day of promises.
 *
 * @param past by promise and team, most breaches first
 * @param warned running clocks that were warned of, the most urgent first
 * @param moreWarned how many there are besides
 * @param quotas of this month, as far as they are not by rep
 */
public record Digest(
        Instant from, Instant to, List<Count> past, List<Running> warned, long moreWarned, List<Quota> quotas) {
    public Digest {
        past = List.copyOf(past);
        warned = List.copyOf(warned);
        quotas = List.copyOf(quotas);
    }

    /** @param unattended breaches that nobody has acknowledged */
    public record Count(String clock, String team, long warnings, long breaches, long unattended) {}

    public record Running(String clock, String team, String rep, String leadId, Instant dueAt) {}

    public Digest with(List<Quota> some) {
        return new Digest(from, to, past, warned, moreWarned, some);
    }
}
