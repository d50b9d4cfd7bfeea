package io.leadloop.agreement.workingtime;

import java.time.Duration;
import java.time.LocalDate;

/** A promise in a calendar that never gets there. Told instead of looking for ever. */
public class NoWorkingTime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NoWorkingTime(String message) {
        super(message);
    }

    static NoWorkingTime after(LocalDate day) {
        return new NoWorkingTime("The calendar has no working time in the %d years after %s. Give it hours."
                .formatted(WorkingCalendar.HORIZON_YEARS, day));
    }

    static NoWorkingTime lessThan(Duration wanted, LocalDate day) {
        return new NoWorkingTime(
                "The calendar has less than %s of working time in the %d years after %s. Give it more hours, or promise less."
                        .formatted(wanted, WorkingCalendar.HORIZON_YEARS, day));
    }
}
