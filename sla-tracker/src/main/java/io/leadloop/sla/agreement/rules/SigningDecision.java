package io.leadloop.sla.agreement.rules;

import java.time.Instant;
import java.util.List;

/** What comes of a signature. */
public sealed interface SigningDecision {

    /** Kept; the other side has not signed yet. */
    record Waiting(DraftSignature signature) implements SigningDecision {}

    /** Both have signed: an agreement. @param signatures marketing's first */
    record Agreed(List<DraftSignature> signatures, Instant inForceFrom) implements SigningDecision {
        public Agreed {
            signatures = List.copyOf(signatures);
        }
    }

    /** @param detail what to do */
    record Refused(Why why, String detail) implements SigningDecision {}

    /** Why a signature is refused. */
    enum Why {
        NOT_THE_DRAFT,
        TEXT_CHANGED,
        EXAMPLES_BREAK,
        SIGNED_FOR_THE_OTHER_SIDE,
        TIME_HAS_PASSED,
        ANOTHER_TIME,
        RULE_EXPIRES_BEFORE
    }
}
