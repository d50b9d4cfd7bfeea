package io.leadloop.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.systemtests.faults.Call.Acknowledged;
import io.leadloop.systemtests.faults.Call.Refused;
import io.leadloop.systemtests.faults.Load.Attempt;
import io.leadloop.systemtests.faults.Striking.Struck;
import io.leadloop.systemtests.faults.judge.Entry;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Leads come in while parts are killed, frozen, cut off and locked out; afterwards an oracle holds what was acknowledged
 * against what lies on the topics. {@code ./leadloop test -Pfaults} runs it, for as long as wanted.
 */
@Tag("faults")
class FaultSuiteIT {
    private static final long SEED = Long.getLong("faults.seed", 1);
    static final Duration DURATION = Duration.parse(System.getProperty("faults.duration", "PT75S"));
    private static final int PER_SECOND = Integer.getInteger("faults.rate", 50);
    static final Duration SHORT = Duration.ofMinutes(5);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    private final FaultyWorld world = FaultyWorld.running();

    @Test
    void what_was_acknowledged_is_there_once_whatever_fails_meanwhile() throws Exception {
        // Given a plan of faults, a load and reps at work
        boolean isShort = DURATION.compareTo(SHORT) < 0;
        FaultPlan plan = FaultPlan.of(
                SEED, DURATION, Duration.ofSeconds(isShort ? 8 : 20), Duration.ofSeconds(isShort ? 10 : 60));
        System.out.printf(
                "faults.seed=%d faults.duration=%s faults.rate=%d: %d faults%n",
                SEED, DURATION, PER_SECOND, plan.strikes().size());
        Ledger ledger = Ledger.fresh(Path.of("target/faults"));
        Load load = new Load(world, ledger, SEED);
        List<Struck> struck;
        try (Reps reps = new Reps(world, ledger)) {
            CompletableFuture<Void> posting = CompletableFuture.runAsync(() -> post(load));

            // When the faults strike
            struck = new Striking(world).run(plan);
            Instant lastMended = Instant.now();
            posting.join();
            reps.answerEverything();

            // Then everything is settled soon after the last one is mended
            Eventually.within(
                    SETTLED_WITHIN.minus(Duration.between(lastMended, Instant.now())), new Settlement(world)::check);
        }
        report(load.attempts(), ledger, struck);
        // And the oracle finds nothing lost, doubled, changed, early or out of order
        Evidence evidence = evidence(ledger);
        assertThat(Oracle.judge(evidence)).isEmpty();
        // And all of it was worth the name
        assertThat(load.refusedForTheirContent()).isEmpty();
        assertThat(ledger.acknowledged()).hasSizeGreaterThan((int) (DURATION.toSeconds() * PER_SECOND / 3));
    }

    private static void post(Load load) {
        try {
            load.run(PER_SECOND, Instant.now().plus(DURATION));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Evidence evidence(Ledger ledger) {
        List<Told> told = new ArrayList<>();
        world.topicNames().forEach(topic -> world.topics().each(topic, seen -> told.add(Told.of(seen))));
        return new Evidence(ledger.acknowledged(), ledger.unknown(), told);
    }

    private static void report(List<Attempt> attempts, Ledger ledger, List<Struck> struck) {
        long acknowledged = attempts.stream()
                .filter(attempt -> attempt.outcome() instanceof Acknowledged)
                .count();
        long refused = attempts.stream()
                .filter(attempt -> attempt.outcome() instanceof Refused)
                .count();
        System.out.printf(
                "%d requests: %d acknowledged, %d refused, %d of unknown outcome; in the end %d posts and %d accepts"
                        + " acknowledged, %d outcomes unknown%n",
                attempts.size(),
                acknowledged,
                refused,
                attempts.size() - acknowledged - refused,
                count(ledger.acknowledged(), Set.of(Entry.Kind.LEAD, Entry.Kind.ACTIVITY)),
                count(ledger.acknowledged(), Set.of(Entry.Kind.ACCEPT)),
                ledger.unknown().size());
        System.out.println("answers: "
                + new TreeMap<>(
                        attempts.stream().collect(Collectors.groupingBy(FaultSuiteIT::answer, Collectors.counting()))));
        System.out.println("faults: "
                + new TreeMap<>(struck.stream()
                        .collect(Collectors.groupingBy(
                                one -> one.fault().getClass().getSimpleName(), Collectors.counting()))));
        System.out.println("latency of acknowledged posts: " + latency(attempts));
        System.out.println("the same outside faults: "
                + latency(attempts.stream()
                        .filter(attempt ->
                                struck.stream().noneMatch(fault -> fault.touches(attempt.scheduled(), attempt.ended())))
                        .toList()));
    }

    private static String answer(Attempt attempt) {
        return switch (attempt.outcome()) {
            case Acknowledged acknowledged -> "2xx";
            case Refused(int status) -> status == 0 ? "nobody there" : Integer.toString(status);
            case Call.Unknown(int status, Duration again) -> status == 0 ? "none" : Integer.toString(status);
        };
    }

    private static long count(List<Entry> entries, Set<Entry.Kind> kinds) {
        return entries.stream().filter(entry -> kinds.contains(entry.kind())).count();
    }

    private static String latency(List<Attempt> attempts) {
        List<Long> millis = attempts.stream()
                .filter(attempt -> attempt.outcome() instanceof Acknowledged)
                .map(attempt -> attempt.latency().toMillis())
                .sorted()
                .toList();
        return millis.isEmpty()
                ? "none"
                : "p50 %d ms, p99 %d ms of %d"
                        .formatted(millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100), millis.size());
    }
}
