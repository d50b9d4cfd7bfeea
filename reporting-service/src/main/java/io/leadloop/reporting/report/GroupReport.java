package io.leadloop.reporting.report;

import java.util.List;
import java.util.Optional;

/** A part of a report's groups, the most leads first, and the total over all of them, also those on other parts. */
public record GroupReport(List<Group> groups, Figures total, Optional<String> nextCursor) {}
