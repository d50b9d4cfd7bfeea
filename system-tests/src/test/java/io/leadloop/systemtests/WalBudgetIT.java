package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Progress;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.deploy.token.Role;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Api.Answer;
import io.leadloop.systemtests.world.Connectors;
import io.leadloop.systemtests.world.Databases;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.SampleWorld;
import io.leadloop.systemtests.world.Topics;
import io.leadloop.systemtests.world.Topics.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A relay that stands still makes PostgreSQL keep its log: intake refuses before the disk is full. An installation of its own. */
@Tag("faults")
@Tag("at-length")
class WalBudgetIT {
    private static final Service INTAKE = Service.LEAD_INTAKE;
    private static final long BUDGET = 96L << 20;
    private static final Duration CATCHES_UP_WITHIN = Duration.ofMinutes(2);

    private final Path directory = Path.of("target/wal-budget").toAbsolutePath();
    private final Path disk = directory.resolve("postgres");
    private final Installation installation =
            Installation.at(directory, Settings.withFreePorts().with(Setting.WAL_BUDGET, Long.toString(BUDGET)));
    private final Connectors connectors = new Connectors(installation);
    private boolean mounted;

    @BeforeEach
    void empty() {
        installation.reset(Progress.SILENT);
    }

    @AfterEach
    void end() throws Exception {
        installation.down();
        if (mounted) {
            assertThat(run("umount", disk.toString())).isZero();
        }
        installation.reset(Progress.SILENT);
    }

    @Test
    void at_four_fifths_of_the_budget_intake_refuses_and_below_it_answers_again() {
        // Given an intake whose connector does not read
        installation.up(EnumSet.of(INTAKE), Progress.SILENT);
        Api website = Api.of(installation, INTAKE, Role.INTAKE);
        connectors.stop(INTAKE);
        assertThat(post(website).status()).isEqualTo(201);

        // When the log grows, by whatever
        Answer refused = Eventually.get(Duration.ofSeconds(60), () -> {
            new Databases(installation)
                    .query(
                            INTAKE,
                            "select pg_logical_emit_message(false, 'fill', repeat('x', 1000000)) from generate_series(1, 8)");
            Answer answer = post(website);
            assertThat(answer.status()).isEqualTo(503);
            // A database that is busy with so much log refuses as well, but for two seconds.
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
            return answer;
        });

        // Then it says so, for all that comes in, and nothing else stops
        assertThat(refused.json().get("type").asText()).endsWith("relay-stands-still");
        assertThat(website.postOnce("/v1/activities", "{\"email\":\"a@b.example\",\"type\":\"page_view\"}")
                        .status())
                .isEqualTo(503);
        assertThat(Api.of(installation, INTAKE, Role.ADMIN)
                        .get("/v1/leads?email=a@b.example")
                        .status())
                .isEqualTo(200);
        assertThat(website.get("/q/health/ready").status()).isEqualTo(200);
        Answer health = website.get("/q/health/well");
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.body()).contains("walKeptBytes");

        // When the connector reads again, then intake takes leads again
        connectors.resume(INTAKE);
        Eventually.within(
                CATCHES_UP_WITHIN, () -> assertThat(post(website).status()).isEqualTo(201));
    }

    @Test
    void on_a_small_disk_postgresql_survives_and_every_acknowledged_lead_arrives() throws Exception {
        // Given a database on a disk that a log without end would fill
        Files.createDirectories(disk);
        mounted = run("mount", "-t", "tmpfs", "-o", "size=420m", "tmpfs", disk.toString()) == 0;
        assumeTrue(mounted, "a disk of memory cannot be mounted here (that takes root)");
        installation.up(EnumSet.of(INTAKE), Progress.SILENT);
        Api website = Api.of(installation, INTAKE, Role.INTAKE);
        connectors.stop(INTAKE);

        // When leads come as fast as they are taken, until they are refused, and on for a while
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicInteger refused = new AtomicInteger();
        Instant end = Instant.now().plusSeconds(150);
        try (ExecutorService browsers = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> all = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(i -> () -> postUntilRefused(website, acknowledged, refused, end))
                    .toList();
            for (var one : browsers.invokeAll(all)) {
                one.get();
            }
        }

        // Then they were refused in time
        System.out.printf("%d leads acknowledged, %d posts refused%n", acknowledged.size(), refused.get());
        assertThat(refused.get()).isPositive();
        assertThat(acknowledged).isNotEmpty();
        assertThat(Files.readString(installation.layout().log("postgres"))).doesNotContain("PANIC");

        // And all of them arrive once the connector reads again
        connectors.resume(INTAKE);
        Eventually.within(CATCHES_UP_WITHIN, () -> assertThat(captured()).containsAll(acknowledged));
        Eventually.within(
                CATCHES_UP_WITHIN, () -> assertThat(post(website).status()).isEqualTo(201));
    }

    private static Void postUntilRefused(Api website, Set<String> acknowledged, AtomicInteger refused, Instant end) {
        while (refused.get() < 1_000 && Instant.now().isBefore(end)) {
            Answer answer = post(website);
            if (answer.status() == 201) {
                acknowledged.add(answer.json().get("leadId").asText());
            } else {
                assertThat(answer.status()).as(answer.body()).isEqualTo(503);
                refused.incrementAndGet();
            }
        }
        return null;
    }

    private static Answer post(Api website) {
        return website.postOnce("/v1/leads", SampleWorld.dana());
    }

    private Set<String> captured() {
        return new Topics(installation.kafkaBootstrap())
                .all("leadloop.leads").stream().map(Seen::key).collect(Collectors.toSet());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
