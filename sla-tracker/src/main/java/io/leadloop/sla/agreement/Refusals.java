package io.leadloop.sla.agreement;

import io.leadloop.http.ProblemException;
import io.leadloop.sla.agreement.rules.SigningDecision.Refused;

/** Why a signature does not count, as HTTP tells it. */
final class Refusals {
    private Refusals() {}

    static ProblemException of(Refused refused) {
        return switch (refused.why()) {
            case NOT_THE_DRAFT -> conflict("not-the-draft", "That is not the draft", refused);
            case TEXT_CHANGED -> conflict("text-changed", "The draft is another one", refused);
            case EXAMPLES_BREAK -> conflict("examples-break", "The draft breaks its own examples", refused);
            case ANOTHER_TIME -> conflict("another-time", "The two sides name different times", refused);
            case RULE_EXPIRES_BEFORE -> conflict("rule-expires-before", "A rule could never count", refused);
            case SIGNED_FOR_THE_OTHER_SIDE ->
                new ProblemException(403, "signed-for-the-other-side", "Nobody signs for both sides", refused.detail());
            case TIME_HAS_PASSED -> ProblemException.invalid("inForceFrom", refused.detail());
        };
    }

    private static ProblemException conflict(String slug, String title, Refused refused) {
        return new ProblemException(409, slug, title, refused.detail());
    }
}
