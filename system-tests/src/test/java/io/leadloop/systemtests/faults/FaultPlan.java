package io.leadloop.systemtests.faults;

import io.leadloop.deploy.Service;
import io.leadloop.systemtests.faults.Fault.Freeze;
import io.leadloop.systemtests.faults.Fault.Kill;
import io.leadloop.systemtests.faults.Fault.Lock;
import io.leadloop.systemtests.faults.Fault.Reset;
import io.leadloop.systemtests.faults.Fault.Swallow;
import io.leadloop.systemtests.faults.Fault.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * When which fault strikes. All of it comes from the seed, so that a run can be had again: every fault once in an order of
 * chance, then every one again.
 */
record FaultPlan(List<Strike> strikes) {
    private static final Duration SHORTEST_GAP = Duration.ofSeconds(5);
    private static final List<String> INFRASTRUCTURE = List.of("postgres", "kafka", "connect");

    /** @param at since the beginning */
    record Strike(Duration at, Fault fault) {}

    /**
     * @param longestGap between two strikes; the shortest is five seconds
     * @param lock how long a table is locked
     */
    static FaultPlan of(long seed, Duration duration, Duration longestGap, Duration lock) {
        Random random = new Random(seed);
        List<Strike> strikes = new ArrayList<>();
        List<Fault> bag = new ArrayList<>();
        Duration at = gap(random, longestGap);
        while (at.compareTo(duration) < 0) {
            if (bag.isEmpty()) {
                bag.addAll(everyFault(random, lock));
                Collections.shuffle(bag, random);
            }
            strikes.add(new Strike(at, bag.removeLast()));
            at = at.plus(gap(random, longestGap));
        }
        return new FaultPlan(List.copyOf(strikes));
    }

    private static List<Fault> everyFault(Random random, Duration lock) {
        List<Fault> faults = new ArrayList<>();
        Stream.concat(INFRASTRUCTURE.stream(), Arrays.stream(Service.values()).map(Service::id))
                .forEach(part -> {
                    faults.add(new Kill(part, seconds(random, 0, 3)));
                    faults.add(new Freeze(part, seconds(random, 2, 8)));
                });
        for (Wire wire : Wire.values()) {
            faults.add(new Swallow(wire, seconds(random, 3, 12)));
            faults.add(new Reset(wire));
        }
        faults.add(new Lock(Service.LEAD_INTAKE, "lead", lock));
        faults.add(new Lock(Service.HANDOFF_SERVICE, "outbox", lock));
        faults.add(new Lock(Service.SLA_TRACKER, "clock", lock));
        return faults;
    }

    private static Duration gap(Random random, Duration longest) {
        return SHORTEST_GAP.plusMillis(
                random.nextLong(longest.minus(SHORTEST_GAP).toMillis() + 1));
    }

    private static Duration seconds(Random random, int from, int to) {
        return Duration.ofMillis(random.nextLong(from * 1000L, to * 1000L));
    }
}
