package io.leadloop.reporting.web.others;

import io.leadloop.events.QuotaState;
import java.util.List;

/** What sla-tracker says of quotas, as far as their page shows it. Fields it does not know are ignored. */
public final class QuotaAnswers {

    private QuotaAnswers() {}

    /** Marketing's promise of a month, or a part of it. */
    public record Promised(
            String month,
            String part,
            String value,
            QuotaState state,
            int promised,
            int delivered,
            double expected,
            double forecast,
            int forecastLow,
            int forecastHigh,
            int workingDay,
            int workingDays) {}

    record AllPromised(List<Promised> items) {}

    /** What Sales made of it. */
    public record Made(
            String part,
            String teamId,
            String repId,
            int offered,
            int open,
            int accepted,
            int acceptedInTime,
            Double shareInTime,
            int rejected,
            int attempted,
            Double shareAttempted,
            int attempts) {}

    record AllMade(List<Made> items) {}

    /** Both directions. */
    public record BothSides(Part<List<Promised>> promised, Part<List<Made>> made) {}
}
