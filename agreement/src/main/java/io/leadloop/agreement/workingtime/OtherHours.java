package io.leadloop.agreement.workingtime;

import java.time.LocalDate;

/** For a while the week is another one: summer hours, a trade fair. Both days included. */
public record OtherHours(LocalDate from, LocalDate to, Week week) {

    public OtherHours {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("Other hours end on " + to + ", before they begin on " + from);
        }
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    public boolean overlaps(OtherHours other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
}
