package io.leadloop.reporting.timeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The table {@code timeline_entry}, for reading one lead's entries. Never leaves the store. */
@Entity
@Table(name = "timeline_entry")
class TimelineRow {
    @Id
    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "lead_id")
    UUID leadId;

    Instant at;
    String kind;
    String text;
    String facts;
}
