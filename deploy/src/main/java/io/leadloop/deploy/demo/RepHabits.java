package io.leadloop.deploy.demo;

import java.util.List;
import java.util.Locale;

/** What a rep makes of a lead. Follows from the hand-off's id alone, so it does not matter how often the rep looks. */
final class RepHabits {
    private static final List<String> REJECT =
            List.of("NOT_ICP", "NO_NEED", "INACCURATE_DATA", "NO_BUDGET", "BAD_TIMING", "DUPLICATE", "COMPETITOR");
    private static final List<String> LOST =
            List.of("PRICE", "COMPETITOR", "NO_DECISION", "MISSING_FEATURE", "NO_BUDGET", "UNREACHABLE");
    private static final List<String> RECYCLE = List.of("BAD_TIMING", "NO_BUDGET_YET", "NO_RESPONSE");
    private static final List<String> CHANNELS = List.of("call", "call", "mail", "message");
    private static final List<String> RESULTS = List.of("no_answer", "voicemail", "sent", "connected");

    private RepHabits() {}

    enum Answer {
        ACCEPT,
        REJECT,
        /** Looks the other way until the offer expires. */
        IGNORE
    }

    static Answer answer(String handoffId) {
        int fate = dice(handoffId, 1).below(100);
        if (fate < 78) {
            return Answer.ACCEPT;
        }
        return fate < 93 ? Answer.REJECT : Answer.IGNORE;
    }

    static String rejection(String handoffId) {
        return "{\"reason\": \"%s\"}".formatted(dice(handoffId, 2).of(REJECT));
    }

    /** How often the rep tries before it is clear what becomes of the lead. */
    static int attempts(String handoffId) {
        return 1 + dice(handoffId, 3).below(3);
    }

    /** Some leads take longer than any demo. */
    static boolean staysOpen(String handoffId) {
        return dice(handoffId, 4).percent(15);
    }

    static String attempt(String handoffId, int number) {
        Dice dice = dice(handoffId, 10 + number);
        boolean last = number + 1 == attempts(handoffId);
        return "{\"channel\": \"%s\", \"result\": \"%s\"}"
                .formatted(dice.of(CHANNELS), last ? "connected" : dice.of(RESULTS.subList(0, 3)));
    }

    static String outcome(String handoffId) {
        Dice dice = dice(handoffId, 5);
        int fate = dice.below(100);
        if (fate < 40) {
            return String.format(
                    Locale.ROOT,
                    "{\"outcome\": \"won\", \"amount\": \"%d\", \"currency\": \"USD\"}",
                    Math.round(dice.around(2_200, 0.7) / 50) * 50);
        }
        return fate < 85
                ? "{\"outcome\": \"lost\", \"reason\": \"%s\"}".formatted(dice.of(LOST))
                : "{\"outcome\": \"recycled\", \"reason\": \"%s\"}".formatted(dice.of(RECYCLE));
    }

    private static Dice dice(String handoffId, int question) {
        return new Dice(handoffId.hashCode() * 31L + question);
    }
}
