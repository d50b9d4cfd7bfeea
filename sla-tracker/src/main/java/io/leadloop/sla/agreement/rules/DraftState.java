package io.leadloop.sla.agreement.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The draft as it lies there now.
 *
 * @param brokenExamples one sentence for each
 * @param signatures of this very text, at most one of each side
 */
public record DraftState(
        int version,
        String sha256,
        String writtenBy,
        Instant writtenAt,
        List<String> brokenExamples,
        List<DraftSignature> signatures) {
    public DraftState {
        brokenExamples = List.copyOf(brokenExamples);
        signatures = List.copyOf(signatures);
    }

    Optional<DraftSignature> of(Party party) {
        return signatures.stream().filter(one -> one.party() == party).findFirst();
    }
}
