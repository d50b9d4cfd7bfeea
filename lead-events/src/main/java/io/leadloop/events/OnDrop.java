package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What the agreement wants of a lead that Sales has when its score drops below the line. */
public enum OnDrop {
    /** Sales keeps it. */
    @JsonProperty("keep")
    KEEP,
    /** An offer that nobody has accepted yet is taken back; who has accepted it keeps it. */
    @JsonProperty("withdraw")
    WITHDRAW,
    @JsonEnumDefaultValue
    @JsonProperty("OTHER")
    OTHER
}
