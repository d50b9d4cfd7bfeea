package io.leadloop.handoff.offer.rules;

/** What comes of a wish. */
public sealed interface HandoffDecision {

    record Changed(HandoffStatus next) implements HandoffDecision {}

    /** It was done before: the same answer again, nothing to save, nothing to say. */
    record Unchanged() implements HandoffDecision {}

    record Refused(Refusal why) implements HandoffDecision {}

    enum Refusal {
        NOT_ACCEPTED_YET("Accept the hand-off first."),
        NOT_OVERDUE("The offer's time is not over yet."),
        ALREADY_ACCEPTED(
                "The hand-off was accepted. Report how it ends as its outcome: won, lost, or recycled to give it back."),
        ALREADY_REJECTED("The hand-off was rejected, and Marketing has the lead back. Nothing is left to do here."),
        ALREADY_EXPIRED("Nobody answered in time, and the lead went on to the next rep. Look at your open hand-offs."),
        ALREADY_WITHDRAWN(
                "The lead was taken back: a promise to it was broken, or its score dropped. Look at your open hand-offs."),
        TOO_OFTEN_PAUSED("A hand-off can be paused a hundred times. Report its outcome, for example recycled."),
        ALREADY_CLOSED("The hand-off has an outcome and is closed.");

        private final String advice;

        Refusal(String advice) {
            this.advice = advice;
        }

        public String advice() {
            return advice;
        }
    }
}
