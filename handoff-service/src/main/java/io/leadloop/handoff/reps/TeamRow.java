package io.leadloop.handoff.reps;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The table {@code team}. */
@Entity
@Table(name = "team")
class TeamRow {
    @Id
    @Column(name = "team_id")
    public String teamId;

    public String name;

    @Column(name = "manager_id")
    public String managerId;
}
