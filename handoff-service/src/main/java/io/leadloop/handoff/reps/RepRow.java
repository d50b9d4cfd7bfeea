package io.leadloop.handoff.reps;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The table {@code rep}. */
@Entity
@Table(name = "rep")
class RepRow {
    @Id
    @Column(name = "rep_id")
    public String repId;

    public String name;
    public String email;

    @Column(name = "team_id")
    public String teamId;

    public int weight;
    public Integer capacity;
    public String zone;
    public boolean active;

    @Column(name = "out_of_office_until")
    public Instant outOfOfficeUntil;

    /** Tells reps of one moment apart, in lists. */
    @Column(insertable = false, updatable = false)
    public long number;

    @Column(name = "created_at", insertable = false, updatable = false)
    public Instant createdAt;
}
