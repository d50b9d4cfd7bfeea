package io.leadloop.sla.quota;

import io.leadloop.events.Quota;
import io.leadloop.events.QuotaState;
import java.time.Instant;

/**
 * A quota and where it stands now.
 *
 * @param expected how many should be delivered by now
 * @param forecast how many it will be at the month's end if things go on like this; with nine chances in ten from
 *     {@code forecastLow} to {@code forecastHigh}
 * @param chance of reaching what is promised
 * @param workingDay of the month's {@code workingDays}, how many have begun
 * @param warnedBelow the lowest agreed share that was warned of; absent if none was
 * @param missedAt when it was told that it cannot be reached; absent if it was not
 */
public record QuotaAnswer(
        String quotaId,
        String month,
        Instant from,
        Instant until,
        String part,
        String value,
        String teamId,
        QuotaState state,
        int promised,
        int delivered,
        double expected,
        double forecast,
        int forecastLow,
        int forecastHigh,
        double chance,
        int workingDay,
        int workingDays,
        Double warnedBelow,
        Instant missedAt,
        int agreementVersion) {

    static QuotaAnswer of(QuotaRow row, Quota quota, double chance) {
        return new QuotaAnswer(
                quota.quotaId(),
                quota.month(),
                quota.from(),
                quota.until(),
                quota.part(),
                quota.value(),
                row.teamId,
                quota.state(),
                quota.promised(),
                quota.delivered(),
                quota.expected(),
                quota.forecast(),
                quota.forecastLow(),
                quota.forecastHigh(),
                Math.round(chance * 1_000) / 1_000.0,
                quota.workingDay(),
                quota.workingDays(),
                row.warnedBelow,
                row.missedAt,
                row.agreementVersion);
    }
}
