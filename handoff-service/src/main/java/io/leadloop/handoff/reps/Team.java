package io.leadloop.handoff.reps;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param managerId who leads it, or {@code null} */
@Schema(description = "A team of reps")
public record Team(String teamId, String name, String managerId) {

    static Team of(TeamRow row) {
        return new Team(row.teamId, row.name, row.managerId);
    }

    TeamRow row() {
        TeamRow row = new TeamRow();
        row.teamId = teamId;
        row.name = name;
        row.managerId = managerId;
        return row;
    }
}
