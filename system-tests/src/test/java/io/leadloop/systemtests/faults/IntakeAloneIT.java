package io.leadloop.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.systemtests.faults.Call.Acknowledged;
import io.leadloop.systemtests.faults.Load.Attempt;
import io.leadloop.systemtests.faults.judge.Evidence;
import io.leadloop.systemtests.faults.judge.Ledger;
import io.leadloop.systemtests.faults.judge.Oracle;
import io.leadloop.systemtests.faults.judge.Told;
import io.leadloop.systemtests.world.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Intake does not notice that Kafka and Connect are away; when they are back, everything arrives in order. */
@Tag("faults")
@Tag("at-length")
class IntakeAloneIT {
    private static final Duration OUTAGE = Duration.parse(System.getProperty("faults.outage", "PT20S"));
    private static final Duration BEFORE = Duration.ofSeconds(15);
    private static final Duration ARRIVED_WITHIN = Duration.ofSeconds(60);
    /** All that was not done meanwhile, on top. */
    private static final Duration DONE_WITHIN = ARRIVED_WITHIN.plus(OUTAGE);

    private static final int PER_SECOND = Integer.getInteger("faults.rate", 50);
    /** Below this a doubled latency is the machine's noise. */
    private static final long NOISE_MILLIS = 100;

    private final FaultyWorld world = FaultyWorld.running();

    @Test
    void leads_are_taken_as_before_while_kafka_and_connect_are_away() throws Exception {
        // Given a load, and how it is answered while all is well
        Ledger ledger = Ledger.fresh(Path.of("target/faults/intake-alone"));
        List<Attempt> before = posted(ledger, 1, BEFORE);
        List<Attempt> meanwhile;

        // When Kafka and Connect are away
        world.installation().kill("connect");
        world.installation().kill("kafka");
        try {
            meanwhile = posted(ledger, 2, OUTAGE);
        } finally {
            world.installation().start("kafka");
            world.installation().start("connect");
        }

        // Then nearly every post is acknowledged, nearly as fast
        long acknowledged = meanwhile.stream()
                .filter(attempt -> attempt.outcome() instanceof Acknowledged)
                .count();
        System.out.printf(
                "without Kafka and Connect: %d of %d posts acknowledged, p99 %d ms; before: p99 %d ms%n",
                acknowledged, meanwhile.size(), p99Millis(meanwhile), p99Millis(before));
        assertThat(acknowledged).isGreaterThanOrEqualTo(meanwhile.size() * 999L / 1000);
        assertThat(p99Millis(meanwhile)).isLessThanOrEqualTo(2 * p99Millis(before) + NOISE_MILLIS);
        // And all of it arrives, once and in order
        try (Reps reps = new Reps(world, ledger)) {
            reps.answerEverything();
            Eventually.within(
                    ARRIVED_WITHIN,
                    () -> assertThat(Oracle.judge(arrived(ledger))).isEmpty());
            Eventually.within(DONE_WITHIN, new Settlement(world)::check);
        }
    }

    private List<Attempt> posted(Ledger ledger, long seed, Duration time) throws InterruptedException {
        Load load = new Load(world, ledger, System.nanoTime() + seed);
        load.run(PER_SECOND, Instant.now().plus(time));
        return load.attempts();
    }

    private Evidence arrived(Ledger ledger) {
        List<Told> told = new ArrayList<>();
        for (String topic : List.of("leadloop.leads", "leadloop.activities")) {
            world.topics().each(topic, seen -> told.add(Told.of(seen)));
        }
        return new Evidence(
                ledger.acknowledged().stream()
                        .filter(entry -> entry.kind() != io.leadloop.systemtests.faults.judge.Entry.Kind.ACCEPT)
                        .toList(),
                ledger.unknown(),
                told);
    }

    private static long p99Millis(List<Attempt> attempts) {
        List<Long> sorted = attempts.stream()
                .map(attempt -> attempt.latency().toMillis())
                .sorted()
                .toList();
        return sorted.get(sorted.size() * 99 / 100);
    }
}
