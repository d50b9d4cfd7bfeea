package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The two scores: is this our buyer; does this buyer want something now. */
public enum Axis {
    @JsonProperty("fit")
    FIT,
    @JsonProperty("interest")
    INTEREST
}
