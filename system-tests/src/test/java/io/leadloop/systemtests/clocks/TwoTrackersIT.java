package io.leadloop.systemtests.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.systemtests.world.Databases;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Promise 6, no clock is early, missed or double: two trackers on one database are killed, frozen and restarted at random while clocks
 * come due. The short form asks whether that is true; the long one ({@code clocks.lateness}), on a quiet machine, also how late.
 */
@Tag("faults")
class TwoTrackersIT {
    private static final long SEED = Long.getLong("faults.seed", 1);
    private static final Duration SETTLED = Duration.ofSeconds(120);
    private static final int DUE = Integer.getInteger("clocks.due", 2_000);
    private static final int OPEN = Integer.getInteger("clocks.open", 20_000);
    private static final Duration WITHIN = Duration.parse(System.getProperty("clocks.within", "PT30S"));
    private static final Optional<Duration> PROMISED = Optional.of(System.getProperty("clocks.lateness", ""))
            .filter(text -> !text.isBlank())
            .map(Duration::parse);

    private static Installation installation;
    private static ClockTable table;

    @BeforeAll
    static void startWhatTrackersNeed() {
        installation =
                Installation.at(Path.of("target/installation-trackers").toAbsolutePath(), Settings.withFreePorts());
        installation.reset((part, message) -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(installation::down));
        installation.up(EnumSet.of(Service.SLA_TRACKER), (part, message) -> System.out.println(part + ": " + message));
        installation.stop(Service.SLA_TRACKER.id());
        table = new ClockTable(new Databases(installation));
    }

    @AfterAll
    static void stop() {
        installation.down();
    }

    @BeforeEach
    void emptyTable() {
        table.clear();
    }

    @Test
    void every_due_clock_is_told_once_and_never_early_whatever_happens_to_two_trackers() throws InterruptedException {
        // Given clocks that come due one after the other, beside many that do not
        Uptime uptime = new Uptime();
        try (Tracker first = new Tracker("first", installation, uptime, Map.of());
                Tracker second = new Tracker("second", installation, uptime, Map.of())) {
            Murder murder = new Murder(List.of(first, second), SEED);
            murder.reviveAll();
            table.putOpen(OPEN);
            table.put(DUE, Duration.ofSeconds(8), WITHIN);
            Map<UUID, Instant> dueTimes = table.dueTimes();
            Thread.sleep(Duration.ofSeconds(7));
            long wholeReads = table.wholeReads();
            long entriesRead = table.entriesRead();

            // When they are killed, frozen and restarted, and once both are away, while a neighbour changes the leads
            Neighbour neighbour = Neighbour.of(table);
            murder.goOnFor(WITHIN.multipliedBy(2).dividedBy(3));
            Instant nobodySince = Instant.now();
            murder.outage(WITHIN.dividedBy(10));
            Instant somebodyBy = nobodySince.plus(WITHIN.dividedBy(10));
            murder.goOnFor(WITHIN.dividedBy(3));
            murder.reviveAll();

            // Then each is told once, by index, and no change of a lead got lost
            Eventually.within(SETTLED, () -> assertThat(table.alerts()).isEqualTo(DUE));
            long disturbed = neighbour.stop();
            assertThat(table.changesOfLeads())
                    .as("changes of leads, %d of them by the neighbour", disturbed)
                    .isEqualTo(DUE + disturbed);
            assertThat(table.wholeReads()).as("reads of the whole table").isEqualTo(wholeReads);
            assertThat(table.entriesRead() - entriesRead)
                    .as("entries read of the index, of which each look would read all, %d, without a limit", OPEN)
                    .isLessThan(20L * (DUE + OPEN));
            assertThat(table.count("breached")).isEqualTo(DUE);
            assertThat(table.count("running")).isEqualTo(OPEN);
            // And none early, the oldest first where nobody had been there, and in the long form none late
            ToldClocks told = told(dueTimes);
            told.requireEachOnceAndNoneEarly();
            told.requireOldestFirst(nobodySince, somebodyBy);
            List<Duration> lateness = report(told.lateness(uptime), murder);
            PROMISED.ifPresent(limit -> assertThat(lateness.getLast()).isLessThanOrEqualTo(limit));
        }
    }

    /** Under libfaketime a JVM is several times slower. */
    @Test
    @Tag("at-length")
    void a_machine_whose_own_clock_jumps_is_neither_early_nor_late() throws Exception {
        // Given a tracker that lives with another clock than the database
        Path faketime = faketime();
        Path clock = Files.writeString(Path.of("target/trackers-clock").toAbsolutePath(), "+0");
        Map<String, String> fakeClock = Map.of(
                "LD_PRELOAD",
                faketime.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "DONT_FAKE_MONOTONIC",
                "1");
        try (Tracker tracker = new Tracker("elsewhen", installation, new Uptime(), fakeClock)) {
            tracker.start();
            tracker.awaitUp();
            table.put(300, Duration.ofSeconds(1), Duration.ofSeconds(12));
            Map<UUID, Instant> dueTimes = table.dueTimes();

            // When that clock jumps ahead, and back behind the true time
            for (String jump : List.of("+1h", "-1h", "+3d")) {
                Path set = Files.writeString(clock, jump);
                assertThat(set).isEqualTo(clock);
                Thread.sleep(Duration.ofSeconds(3));
            }

            // Then every clock is told once, not before its time, and all of them soon
            Eventually.within(SETTLED, () -> assertThat(table.alerts()).isEqualTo(300));
            told(dueTimes).requireEachOnceAndNoneEarly();
        }
    }

    private static ToldClocks told(Map<UUID, Instant> dueTimes) {
        return Eventually.get(SETTLED, () -> {
            ToldClocks told = ToldClocks.read(new Topics(installation.kafkaBootstrap()), dueTimes);
            assertThat(told.count()).isEqualTo(dueTimes.size());
            return told;
        });
    }

    private static List<Duration> report(List<Duration> lateness, Murder murder) {
        System.out.printf(
                "%,d clocks, %d strokes (seed %d): lateness p50 %d ms, p99 %d ms, max %d ms%n",
                lateness.size(),
                murder.strokes(),
                SEED,
                lateness.get(lateness.size() / 2).toMillis(),
                lateness.get(lateness.size() * 99 / 100).toMillis(),
                lateness.getLast().toMillis());
        return lateness;
    }

    private static Path faketime() {
        List<Path> installed = Stream.of(
                        "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
                        "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
                        "/usr/lib64/faketime/libfaketimeMT.so.1")
                .map(Path::of)
                .filter(Files::exists)
                .toList();
        assumeFalse(installed.isEmpty(), "libfaketime is not installed");
        return installed.getFirst();
    }
}
