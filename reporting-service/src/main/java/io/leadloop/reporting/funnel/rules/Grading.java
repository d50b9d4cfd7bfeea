package io.leadloop.reporting.funnel.rules;

import io.leadloop.events.Qualification;
import java.util.Optional;

/** What scoring says of a lead now. */
public record Grading(String grade, Optional<String> persona, Qualification qualification) {}
