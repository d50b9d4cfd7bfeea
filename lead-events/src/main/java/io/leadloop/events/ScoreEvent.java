package io.leadloop.events;

import java.time.Instant;
import java.util.UUID;

/** What scoring-service says on {@code leadloop.scores}: always the whole brief, so that the latest record stands alone. */
public sealed interface ScoreEvent extends LeadKeyed {

    /** The version of the agreement that decided. */
    int agreementVersion();

    Brief brief();

    /**
     * The score changed, or the first one was made.
     *
     * @param onDrop present while Sales has the lead and its score is below the line: what the agreement wants then; {@code null}
     *     otherwise
     */
    record LeadScored(
            UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Brief brief, OnDrop onDrop)
            implements ScoreEvent {}

    /** The agreement's qualification holds: the lead is an MQL. */
    record LeadQualified(UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Brief brief)
            implements ScoreEvent {}

    /** Good fit without interest: Marketing keeps in touch. */
    record LeadNurtured(UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Brief brief)
            implements ScoreEvent {}

    /** Known poor fit. */
    record LeadDisqualified(UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Brief brief)
            implements ScoreEvent {}
}
