package io.leadloop.sla.agreement.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The draft as it lies there now.
 *
 * @param brokenExamples one sentence for each
 * @param ends of rules that expire
 * @param signatures of this very text, at most one of each side
 */
public record DraftState(
        int version,
        String sha256,
        String writtenBy,
        Instant writtenAt,
        List<String> brokenExamples,
        List<RuleEnd> ends,
        List<DraftSignature> signatures) {
    public DraftState {
        brokenExamples = List.copyOf(brokenExamples);
        ends = List.copyOf(ends);
        signatures = List.copyOf(signatures);
    }

    Optional<DraftSignature> of(Party party) {
        return signatures.stream().filter(one -> one.party() == party).findFirst();
    }
}
