package io.leadloop.scoring.rules;

import java.util.Locale;

/** Why a lead was looked at again. */
public enum ChangeReason {
    /** It did something. */
    ACTIVITY,
    /** Its profile or its touches changed, or it was new. */
    PROFILE,
    /** What it did has faded. */
    DECAY,
    /** A rule expired. */
    RULE_EXPIRED,
    /** Another agreement is in force. */
    AGREEMENT,
    /** It was closed and is Marketing's again. */
    REOPENED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ChangeReason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
