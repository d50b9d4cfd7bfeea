package io.leadloop.agreement;

import java.util.List;

/** What reading a text gives: an agreement, or the reasons why it is none. A wrong draft is an everyday answer, not an exception. */
public sealed interface AgreementReading {

    record Valid(Agreement agreement) implements AgreementReading {}

    /** @param problems at least one, in the order of the text */
    record Invalid(List<Problem> problems) implements AgreementReading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
