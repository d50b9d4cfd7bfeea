package io.leadloop.messaging;

import io.leadloop.events.Event;

/** What caused an event: its trace goes on in the event. */
public interface TraceSource {

    Trace traceFor(Event event);
}
