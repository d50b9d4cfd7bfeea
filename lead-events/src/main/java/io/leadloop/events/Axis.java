package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The two scores: is this our buyer; does this buyer want something now. */
public enum Axis {
    @JsonProperty("fit")
    FIT,
    @JsonProperty("interest")
    INTEREST,
    /** An axis that this version does not know. */
    @JsonEnumDefaultValue
    @JsonProperty("OTHER")
    OTHER
}
