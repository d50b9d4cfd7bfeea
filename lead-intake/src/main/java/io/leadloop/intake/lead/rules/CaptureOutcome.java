package io.leadloop.intake.lead.rules;

import java.util.UUID;

/** What became of a submission. */
public sealed interface CaptureOutcome {

    /** A lead that was not known. */
    record Captured(UUID leadId) implements CaptureOutcome {}

    /** It belongs to a known lead. */
    record Joined(UUID leadId) implements CaptureOutcome {}

    /** The same submission was answered before: the same answer again. */
    record Replayed(UUID leadId, String status) implements CaptureOutcome {}

    /** The Idempotency-Key was used before for a submission that said something else. */
    record KeyReused() implements CaptureOutcome {}
}
