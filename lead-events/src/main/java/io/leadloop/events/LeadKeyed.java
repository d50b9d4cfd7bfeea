package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** An event about one lead. */
public sealed interface LeadKeyed extends Event
        permits LeadEvent, ActivityEvent, ScoreEvent, HandoffEvent, ClosedLoopEvent, SlaEvent {

    UUID leadId();

    /** Rises per topic and lead; a consumer drops what is not newer than what it has. */
    long leadVersion();

    @Override
    @JsonIgnore
    default String key() {
        return leadId().toString();
    }
}
