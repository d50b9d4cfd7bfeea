package io.leadloop.scoring.learned;

import io.leadloop.scoring.learned.rules.Counts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The one row that says which model is shown, and when to learn again. Read only: the statements of the store write it. */
@Entity
@Table(name = "learning")
class LearningRow {
    @Id
    @Column(name = "id")
    int id;

    @Column(name = "present")
    Integer present;

    @Column(name = "held_since")
    Instant heldSince;

    @Column(name = "held_by")
    String heldBy;

    @Column(name = "note")
    String note;

    @Column(name = "won")
    int won;

    @Column(name = "lost")
    int lost;

    @Column(name = "claim")
    UUID claim;

    Counts learnedFrom() {
        return new Counts(won, lost);
    }

    boolean isHeld() {
        return heldSince != null;
    }
}
