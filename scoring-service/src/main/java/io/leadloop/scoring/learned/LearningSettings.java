package io.leadloop.scoring.learned;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When and from what is learned. */
@ConfigMapping(prefix = "leadloop.learning")
interface LearningSettings {

    /** Outcomes that come one after the other are waited for: so long it must have been quiet. */
    @WithDefault("20S")
    Duration quiet();

    /** But no longer than this since the first of them. */
    @WithDefault("5M")
    Duration atMost();

    /** Imported history tells of wins only, often: an MQL of it without an outcome counts as lost after so long. */
    @WithDefault("90D")
    Duration silenceIsLost();

    /** Of more leads than this, the newest are learned from. */
    @WithDefault("200000")
    int mostLeads();

    /** An instance that took the work and was not heard of for so long has lost it. */
    @WithDefault("10M")
    Duration claim();
}
