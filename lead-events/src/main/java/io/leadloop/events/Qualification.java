package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What the agreement makes of a grade. */
public enum Qualification {
    @JsonProperty("mql")
    MQL,
    @JsonProperty("nurture")
    NURTURE,
    @JsonProperty("disqualified")
    DISQUALIFIED,
    /** Everything else, also a lead of whom nothing is known yet: may still qualify. */
    @JsonProperty("held")
    HELD,
    @JsonEnumDefaultValue
    @JsonProperty("OTHER")
    OTHER
}
