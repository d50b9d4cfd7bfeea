package io.leadloop.systemtests.faults;

import io.leadloop.deploy.Service;
import java.time.Duration;

/** One thing that can go wrong. */
sealed interface Fault {
    /** Faults with the same target never overlap. */
    String target();

    /** A process ends at once and is started again after a while. */
    record Kill(String part, Duration down) implements Fault {
        @Override
        public String target() {
            return part;
        }
    }

    /** A process and its children stop where they are, and go on. */
    record Freeze(String part, Duration length) implements Fault {
        @Override
        public String target() {
            return part;
        }
    }

    /** Everything sent over a wire is lost, and its connections stay open and silent for ever. */
    record Swallow(Wire wire, Duration length) implements Fault {
        @Override
        public String target() {
            return wire.toString();
        }
    }

    /** All connections of a wire end with a reset. */
    record Reset(Wire wire) implements Fault {
        @Override
        public String target() {
            return wire.toString();
        }
    }

    /** Somebody keeps a table for himself. */
    record Lock(Service database, String table, Duration length) implements Fault {
        @Override
        public String target() {
            return database.id() + "'s table " + table;
        }
    }

    /** What services and connectors reach through a proxy. */
    enum Wire {
        TO_POSTGRES,
        TO_KAFKA
    }
}
