package io.leadloop.sla.quota.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * What was told of a quota so far.
 *
 * @param judged whether it is warned of and can be missed: not in a month in which it was promised for the first time too late
 * @param warnedBelow the lowest agreed share that was warned of
 * @param missedAt when it was told that it cannot be reached
 */
public record QuotaStanding(boolean judged, Optional<Double> warnedBelow, Optional<Instant> missedAt) {
    public static final QuotaStanding NEW = new QuotaStanding(true, Optional.empty(), Optional.empty());
}
