package io.leadloop.reporting.reconciliation;

import io.leadloop.http.ProblemException;

/** A service whose books could not be read now. That is no difference: nobody knows. */
class NoAnswer extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final String service;

    NoAnswer(String service) {
        super(
                503,
                "no-answer",
                "A service does not answer",
                service
                        + " does not answer right now, so nothing can be said of its books. Look at ./leadloop status, and"
                        + " ask again.");
        this.service = service;
    }

    String service() {
        return service;
    }
}
