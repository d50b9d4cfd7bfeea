package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an offer to a rep stands. */
public enum HandoffState {
    @JsonProperty("offered")
    OFFERED,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("expired")
    EXPIRED,
    /** Taken back from the rep who had accepted it; the next one is offered the lead. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** Accepted, and an outcome (won, lost, recycled) is known. */
    @JsonProperty("closed")
    CLOSED,
    @JsonEnumDefaultValue
    @JsonProperty("OTHER")
    OTHER
}
