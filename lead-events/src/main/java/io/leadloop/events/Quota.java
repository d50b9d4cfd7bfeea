package io.leadloop.events;

import java.time.Instant;

/**
 * Marketing's promise of one month, as a whole or one part of it.
 *
 * @param quotaId the month, and the part if it is one: {@code 2026-03/persona/operations-leader}
 * @param month in the agreement's zone, for example {@code 2026-03}
 * @param part {@code all}, {@code persona}, {@code grade} or {@code rep}
 * @param value which persona, grade or rep, or {@code null}
 * @param delivered workable MQLs so far
 * @param expected how many it should be by now
 * @param forecast how many it will be if things go on like this; with nine chances in ten from {@code forecastLow} to
 *     {@code forecastHigh}
 * @param workingDay of the month's {@code workingDays}, how many have begun
 */
public record Quota(
        String quotaId,
        String month,
        Instant from,
        Instant until,
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
