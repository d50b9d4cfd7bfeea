package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A clock runs until it ends met, breached or cancelled, once. */
public enum ClockState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("warned")
    WARNED,
    /** Time does not count until the hand-off is resumed. */
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("met")
    MET,
    @JsonProperty("breached")
    BREACHED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonEnumDefaultValue
    @JsonProperty("OTHER")
    OTHER
}
