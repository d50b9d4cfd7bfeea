package io.leadloop.systemtests.faults.judge;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is promised of clocks: never early, never double, and in the end each that offers started has ended. The clocks of work that goes
 * on for days outlast the test.
 */
final class ClockLaws {
    private static final String[] ENDS = {"clock.met", "clock.breached", "clock.cancelled"};

    private ClockLaws() {}

    static Stream<String> everyClockEndsOnce(Evidence evidence) {
        Map<String, Long> ends =
                evidence.once(ENDS).collect(Collectors.groupingBy(ClockLaws::clock, Collectors.counting()));
        Set<String> started =
                evidence.once("clock.started").map(ClockLaws::clock).collect(Collectors.toSet());
        Set<String> ofWork = evidence.once("clock.started")
                .filter(event ->
                        !event.value().at("/clock/clock").asText("acceptance").equals("acceptance"))
                .map(ClockLaws::clock)
                .collect(Collectors.toSet());
        Stream<String> wrong = started.stream()
                .filter(clock -> ends.getOrDefault(clock, 0L) != 1)
                .filter(clock -> !ofWork.contains(clock) || ends.containsKey(clock))
                .map(clock -> "clock " + clock + " ended " + ends.getOrDefault(clock, 0L) + " times");
        Stream<String> unstarted = ends.keySet().stream()
                .filter(clock -> !started.contains(clock))
                .map(clock -> "clock " + clock + " ended and was never started");
        return Stream.concat(wrong, unstarted);
    }

    static Stream<String> noClockIsEarly(Evidence evidence) {
        return evidence.once("clock.breached")
                .filter(event -> event.time("/clock/endedAt").isBefore(event.time("/clock/dueAt"))
                        || event.recordedAt().isBefore(event.time("/clock/dueAt")))
                .map(event -> "early: clock " + clock(event) + " was breached before "
                        + event.value().at("/clock/dueAt").asText());
    }

    private static String clock(Told event) {
        return event.value().at("/clock/clockId").asText();
    }
}
