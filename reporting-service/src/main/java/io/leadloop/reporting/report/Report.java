package io.leadloop.reporting.report;

import io.leadloop.reporting.report.rules.Period;
import java.time.ZoneId;

/** A counted report with what is needed to read it. */
public record Report(Period period, ZoneId zone, String currency, GroupReport counted) {}
