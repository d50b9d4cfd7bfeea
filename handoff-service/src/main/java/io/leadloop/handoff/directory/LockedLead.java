package io.leadloop.handoff.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.leadloop.events.Brief;
import io.leadloop.events.EventJson;
import io.leadloop.events.ScoreEvent;
import io.leadloop.events.StageReached;
import io.leadloop.events.Touch;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A lead whose row is locked until the transaction ends. What is changed here is written by {@link LeadDirectory#save}; who
 * says something about the lead takes the event's version from here.
 */
public final class LockedLead {
    private final LeadRow row;

    LockedLead(LeadRow row) {
        this.row = row;
    }

    LeadRow row() {
        return row;
    }

    public UUID leadId() {
        return row.leadId;
    }

    public Optional<Instant> capturedAt() {
        return Optional.ofNullable(row.capturedAt);
    }

    public Optional<Instant> qualifiedAt() {
        return Optional.ofNullable(row.qualifiedAt);
    }

    /** Of the first touch; its components are {@code null} where unknown. */
    public Touch firstTouch() {
        return new Touch(row.source, row.medium, row.campaign, null, null, row.landingPage, null, null, null);
    }

    /** Stages that imported history had reached, oldest first. */
    public List<StageReached> stages() {
        try {
            return List.of(EventJson.mapper().readValue(row.stages, StageReached[].class));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The newest brief of a lead that has qualified. */
    public Optional<Brief> brief() {
        return Optional.ofNullable(row.brief).map(json -> EventJson.read(json, Brief.class));
    }

    public boolean isOlderThan(ScoreEvent event) {
        return row.scoresVersion < event.leadVersion();
    }

    public void learn(ScoreEvent event) {
        row.scoresVersion = event.leadVersion();
        row.brief = EventJson.write(event.brief());
        if (event instanceof ScoreEvent.LeadQualified) {
            row.qualifiedAt = event.occurredAt();
        }
    }

    /** The version of the next event about this lead on {@code leadloop.handoffs}. */
    public long nextHandoffsVersion() {
        return ++row.handoffsVersion;
    }

    /** The version of the next event about this lead on {@code leadloop.closed-loop}. */
    public long nextClosedLoopVersion() {
        return ++row.closedLoopVersion;
    }
}
