package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The stages of the funnel that imported history can carry, in their order. */
public enum LifecycleStage {
    @JsonProperty("captured")
    CAPTURED,
    @JsonProperty("mql")
    MQL,
    @JsonProperty("sql")
    SQL,
    /** A stage that this version does not know. */
    @JsonEnumDefaultValue
    @JsonProperty("OTHER")
    OTHER
}
