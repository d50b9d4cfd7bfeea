package io.leadloop.handoff.reps;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One who takes leads.
 *
 * @param capacity open hand-offs at once, or {@code null} for what the agreement's pool allows
 * @param zone IANA time zone
 * @param outOfOfficeUntil when he is back, or {@code null}
 */
@Schema(description = "A rep")
public record Rep(
        String repId,
        String name,
        String email,
        String teamId,
        int weight,
        Integer capacity,
        String zone,
        boolean active,
        Instant outOfOfficeUntil) {

    static Rep of(RepRow row) {
        return new Rep(
                row.repId,
                row.name,
                row.email,
                row.teamId,
                row.weight,
                row.capacity,
                row.zone,
                row.active,
                row.outOfOfficeUntil);
    }

    RepRow row() {
        RepRow row = new RepRow();
        row.repId = repId;
        row.name = name;
        row.email = email;
        row.teamId = teamId;
        row.weight = weight;
        row.capacity = capacity;
        row.zone = zone;
        row.active = active;
        row.outOfOfficeUntil = outOfOfficeUntil;
        return row;
    }
}
