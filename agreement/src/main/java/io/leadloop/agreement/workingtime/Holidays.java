package io.leadloop.agreement.workingtime;

import java.time.LocalDate;

/** Days on which nobody works although the week says so. */
@FunctionalInterface
public interface Holidays {
    Holidays NONE = date -> false;

    boolean contains(LocalDate date);
}
