package io.leadloop.deploy.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Something that has many things to do at times of their own, so that two can be put to the same test. */
interface Timers {

    /** A thing that was done: when it was due, and when that was written down, both by the database's clock. */
    record Done(Instant dueAt, Instant doneAt) {
        Duration lateness() {
            return Duration.between(dueAt, doneAt);
        }
    }

    String name();

    /** Things that do not come due while it is measured. */
    void putOpen(int count);

    /** Things that come due one after the other, beginning in eight seconds, when all are stored. */
    void putDue(int count, Duration within);

    /** Waits until so many more are done, and gives those. */
    List<Done> awaitDone(int count, Duration patience);

    /** Processor time that the program has used, without the database's. */
    Duration processor();
}
