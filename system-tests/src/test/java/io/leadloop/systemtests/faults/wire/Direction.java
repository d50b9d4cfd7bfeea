package io.leadloop.systemtests.faults.wire;

import java.util.EnumSet;
import java.util.Set;

/** Which way bytes travel. */
public enum Direction {
    TO_SERVER,
    TO_CLIENT;

    public static final Set<Direction> BOTH = Set.copyOf(EnumSet.allOf(Direction.class));
}
