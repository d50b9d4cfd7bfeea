package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a quota stands. */
public enum QuotaState {
    @JsonProperty("running")
    RUNNING,
    /** Fewer were delivered by then than an agreed share of what should have been. */
    @JsonProperty("warned")
    WARNED,
    /** It cannot be reached any more. */
    @JsonProperty("missed")
    MISSED,
    /** As many as were promised are delivered. */
    @JsonProperty("reached")
    REACHED,
    @JsonEnumDefaultValue
    @JsonProperty("OTHER")
    OTHER
}
