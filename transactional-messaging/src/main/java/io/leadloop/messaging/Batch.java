package io.leadloop.messaging;

import io.leadloop.events.Event;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Events that are handled in one transaction, in the order of their partitions; none was handled before. */
public record Batch(List<Received> events, Map<String, Trace> traces) implements TraceSource {

    public static Batch of(List<Received> events) {
        return new Batch(
                List.copyOf(events),
                events.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                received -> received.event().key(), Received::trace, (earlier, later) -> later)));
    }

    /** The events of one kind, in order. */
    public <E extends Event> List<E> of(Class<E> kind) {
        return events.stream()
                .map(Received::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The trace of the latest event with the same key; what was caused by nothing in here starts one of its own. */
    @Override
    public Trace traceFor(Event event) {
        Trace trace = traces.get(event.key());
        return trace == null ? Trace.fresh() : trace;
    }
}
