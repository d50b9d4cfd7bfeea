package io.leadloop.agreement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.DefaultAgreement;
import io.leadloop.events.Profile;
import io.leadloop.events.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What a scoring costs under the shipped agreement, on one core, without any database. Measured, not asserted:
 * {@code ./mvnw -q -Pjmh -pl agreement -am test -Dtest=ScoringBenchmark -Dsurefire.failIfNoSpecifiedTests=false}
 */
@State(Scope.Benchmark)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class ScoringBenchmark {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final int MANY = 100_000;
    private static final int DIFFERENT = 1_000;
    private static final List<String> JOBS =
            List.of("VP Operations", "Student", "Office Manager", "Chief Revenue Officer", "Engineer", "");
    private static final List<String> TYPES =
            List.of("page_view", "email_open", "email_click", "pricing_view", "content_download", "demo_request");

    private final Agreement agreement = Agreement.signed(DefaultAgreement.text());
    private final Agreement another = Agreement.signed(DefaultAgreement.text()
            .replace("points: 85, activity: demo_request", "points: 60, activity: demo_request"));
    private final List<ScoredLead> leads = leads();
    private int next;

    @Test
    void run() throws RunnerException {
        var results = new Runner(new OptionsBuilder()
                        .include(ScoringBenchmark.class.getName())
                        .forks(1)
                        .jvmArgs("-Xmx512m")
                        .build())
                .run();
        assertThat(results).hasSize(3);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Assessment oneScoring() {
        return ScoringRules.assess(lead(), agreement, NOW);
    }

    /** As scoring-service does it: the score, and when it changes by itself. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public void oneScoringWithItsNextChange(Blackhole sink) {
        ScoreCurve curve = ScoreCurve.of(lead(), agreement);
        sink.consume(curve.at(NOW));
        sink.consume(curve.nextAfter(NOW));
    }

    /** As another agreement does it to stored leads. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public void hundredThousandRescorings(Blackhole sink) {
        for (int i = 0; i < MANY; i++) {
            ScoreCurve curve = ScoreCurve.of(leads.get(i % DIFFERENT), another);
            sink.consume(curve.at(NOW));
            sink.consume(curve.nextAfter(NOW));
        }
    }

    private ScoredLead lead() {
        next = (next + 1) % DIFFERENT;
        return leads.get(next);
    }

    private static List<ScoredLead> leads() {
        Random random = new Random(1);
        return IntStream.range(0, DIFFERENT).mapToObj(i -> lead(random)).toList();
    }

    private static ScoredLead lead(Random random) {
        Profile profile = new Profile(
                "somebody@company" + random.nextInt(50) + ".example",
                "Some",
                "Body",
                random.nextBoolean() ? "+12125550142" : null,
                "Company",
                JOBS.get(random.nextInt(JOBS.size())),
                "US",
                random.nextBoolean() ? "Steel" : null,
                random.nextInt(2_000),
                null,
                null,
                Map.of(),
                null);
        List<LeadActivity> did = Stream.generate(() -> new LeadActivity(
                        new UUID(random.nextLong(), random.nextLong()),
                        TYPES.get(random.nextInt(TYPES.size())),
                        NOW.minus(Duration.ofMinutes(random.nextInt(60_000)))))
                .limit(random.nextInt(12))
                .toList();
        Touch touch = new Touch("google", "cpc", "spring", null, null, "/", null, Map.of(), NOW);
        return new ScoredLead(profile, List.of(touch), did);
    }
}
