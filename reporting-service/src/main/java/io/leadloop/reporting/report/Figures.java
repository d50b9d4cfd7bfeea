package io.leadloop.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leadloop.events.Money;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a group of leads became. Each count contains the ones after it.
 *
 * @param wonRatePercent won of leads; null without leads
 * @param revenue decimal string in the agreement's currency
 * @param otherRevenue amounts in other currencies: listed, never summed into {@code revenue}
 * @param medianDaysToWon from capture to won, over the won leads; null without any
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "What a group of leads became")
public record Figures(
        long leads,
        long mql,
        long sql,
        long won,
        BigDecimal wonRatePercent,
        String revenue,
        List<Money> otherRevenue,
        BigDecimal medianDaysToWon) {}
