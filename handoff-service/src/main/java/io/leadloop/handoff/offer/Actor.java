package io.leadloop.handoff.offer;

import io.leadloop.messaging.Trace;

/** Who wants something of a hand-off. */
record Actor(String name, Access access, Trace trace) {}
