package io.leadloop.messaging;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a dead letter. */
public enum DeadLetterState {
    /** Somebody should look at it. */
    WAITING,
    /** Applied, by a redrive or before it. */
    REDRIVEN,
    /** Given up, by somebody who said why. */
    DISCARDED;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeadLetterState> labelled(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst();
    }
}
