package io.leadloop.handoff.offer.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many days a lead spent in each stage that it left. */
public final class StageTimes {
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    private StageTimes() {}

    /** @param since when the stage began */
    public record Stage(String name, Instant since) {}

    /**
     * @param stages in their order
     * @param left when the last of them ended
     * @return days with two decimals; a stage that ended before it began (imported history has such) is left out
     */
    public static Map<String, BigDecimal> days(List<Stage> stages, Instant left) {
        Map<String, BigDecimal> days = new LinkedHashMap<>();
        for (int index = 0; index < stages.size(); index++) {
            Instant end = index + 1 < stages.size() ? stages.get(index + 1).since() : left;
            Duration spent = Duration.between(stages.get(index).since(), end);
            if (!spent.isNegative()) {
                days.put(
                        stages.get(index).name(),
                        BigDecimal.valueOf(spent.toSeconds()).divide(SECONDS_A_DAY, 2, RoundingMode.HALF_UP));
            }
        }
        return days;
    }
}
