package io.leadloop.sla.agreement;

import io.leadloop.sla.agreement.rules.DraftSignature;
import io.leadloop.sla.agreement.rules.DraftState;
import io.leadloop.sla.agreement.rules.RuleEnd;
import java.time.Instant;
import java.util.List;

/**
 * The text that the two sides are talking about.
 *
 * @param version that it gets when both have signed
 * @param signatures of this very text
 */
record Draft(
        int version, String sha256, String text, String writtenBy, Instant writtenAt, List<DraftSignature> signatures) {
    Draft {
        signatures = List.copyOf(signatures);
    }

    DraftState state(List<String> brokenExamples, List<RuleEnd> ends) {
        return new DraftState(version, sha256, writtenBy, writtenAt, brokenExamples, ends, signatures);
    }
}
