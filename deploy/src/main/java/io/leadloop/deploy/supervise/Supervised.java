package io.leadloop.deploy.supervise;

import io.leadloop.deploy.Seen;
import java.util.Optional;
import java.util.Set;

/** One thing that is kept alive: a part, or a connector. */
public interface Supervised {
    String name();

    /** Without these nothing can be held against it, and starting it would be in vain. */
    Set<String> standsOn();

    /** Which process it is at the moment, if any; asked at every look, so it must cost nothing. */
    Optional<String> process();

    /** Asks it; takes a few seconds at most. */
    Seen ask() throws Exception;

    /** Starts it and returns at once; what still runs of it is ended first. */
    void startAgain() throws Exception;

    /** Brings what belongs in it, after the first good answer that follows a start. */
    void furnish() throws Exception;
}
