package io.leadloop.reporting.web;

import io.leadloop.reporting.web.QuotasView.Made;
import io.leadloop.reporting.web.QuotasView.Promised;
import io.leadloop.reporting.web.others.Part;
import io.leadloop.reporting.web.others.QuotaAnswers;
import io.leadloop.reporting.web.others.QuotaAnswers.BothSides;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A month of promises in both directions: what Marketing delivers to Sales, and what Sales makes of it. */
final class QuotasPage {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private final YearMonth month;
    private final YearMonth running;

    QuotasPage(YearMonth month, YearMonth running) {
        this.month = month;
        this.running = running;
    }

    QuotasView view(BothSides sides) {
        List<QuotaAnswers.Promised> promised = sides.promised().told().orElse(List.of());
        return new QuotasView(
                note(sides.promised()),
                MONTH.format(month),
                address(month.minusMonths(1)),
                month.isBefore(running) ? address(month.plusMonths(1)) : "",
                month.isBefore(running) ? "" : day(promised),
                promised.stream().map(QuotasPage::promised).toList(),
                sides.made().told().orElse(List.of()).stream()
                        .map(QuotasPage::made)
                        .toList());
    }

    private static String address(YearMonth month) {
        return "/quotas?month=" + month;
    }

    private static String note(Part<List<QuotaAnswers.Promised>> promised) {
        return switch (promised) {
            case Part.Told<List<QuotaAnswers.Promised>> told -> "";
            case Part.Nothing<List<QuotaAnswers.Promised>> unused -> "";
            case Part.Hidden<List<QuotaAnswers.Promised>> unused -> "Your role does not show this.";
            case Part.Silent<List<QuotaAnswers.Promised>> unused ->
                "sla-tracker does not answer right now. Reload to try again.";
        };
    }

    private static String day(List<QuotaAnswers.Promised> promised) {
        return promised.stream()
                .findFirst()
                .map(any -> "Working day " + any.workingDay() + " of " + any.workingDays() + ".")
                .orElse("");
    }

    private static Promised promised(QuotaAnswers.Promised one) {
        return new Promised(
                one.value() == null ? "All" : capital(one.part()) + " " + one.value(),
                one.state().name().toLowerCase(Locale.ROOT),
                Wording.count(one.promised()),
                Wording.count(one.delivered()),
                Math.min(100, Math.round(100.0 * one.delivered() / one.promised())),
                tenth(one.expected()),
                tenth(one.forecast()),
                Wording.count(one.forecastLow()) + " to " + Wording.count(one.forecastHigh()));
    }

    private static Made made(QuotaAnswers.Made one) {
        return new Made(
                switch (one.part()) {
                    case "all" -> "All";
                    case "team" -> "Team " + Wording.orNothing(one.teamId());
                    default -> "Rep " + Wording.orNothing(one.repId());
                },
                Wording.count(one.offered()),
                Wording.count(one.open()),
                percent(one.shareInTime()) + " (" + one.acceptedInTime() + ")",
                Wording.count(one.rejected()),
                percent(one.shareAttempted()) + " (" + one.attempted() + " of " + one.accepted() + ")",
                Wording.count(one.attempts()));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String tenth(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static String percent(Double share) {
        return share == null
                ? Wording.NOTHING
                : BigDecimal.valueOf(share).movePointRight(2).setScale(0, RoundingMode.HALF_UP) + " %";
    }
}
