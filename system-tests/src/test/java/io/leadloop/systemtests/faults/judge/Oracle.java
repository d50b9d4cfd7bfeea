package io.leadloop.systemtests.faults.judge;

import java.util.List;
import java.util.stream.Stream;

/** Holds a run's evidence against the promises. Nothing inside the product judges itself. */
public final class Oracle {
    private static final List<Law> LAWS = List.of(
            LeadLaws::everyAcknowledgedLeadIsThereOnce,
            LeadLaws::anUnknownOutcomeExistsAtMostOnce,
            LeadLaws::everyLeadIsCapturedUnderOneEventId,
            LeadLaws::everyAcknowledgedActivityIsRecordedOnce,
            EventLaws::repeatsAreEqual,
            EventLaws::versionsHaveNoGap,
            HandoffLaws::everyQualifiedLeadIsOffered,
            HandoffLaws::everyAcknowledgedAcceptIsToldOnce,
            HandoffLaws::noLeadHasTwoActiveHandoffs,
            HandoffLaws::noOfferExpiresEarly,
            ClockLaws::everyClockEndsOnce,
            ClockLaws::noClockIsEarly);

    private Oracle() {}

    /** One promise: what in the evidence contradicts it. */
    interface Law {
        Stream<String> broken(Evidence evidence);
    }

    /** @return one sentence for each contradiction; none when all promises were kept */
    public static List<String> judge(Evidence evidence) {
        return LAWS.stream().flatMap(law -> law.broken(evidence)).toList();
    }
}
