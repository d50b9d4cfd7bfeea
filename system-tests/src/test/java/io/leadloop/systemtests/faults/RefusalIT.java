package io.leadloop.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.token.Role;
import io.leadloop.systemtests.faults.Probe.Call;
import io.leadloop.systemtests.faults.Probe.Calling;
import io.leadloop.systemtests.faults.wire.Direction;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.SampleWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Without PostgreSQL the services refuse: soon, honestly and with a time to come again, however it is away; and they are
 * back by themselves when it is.
 */
@Tag("faults")
class RefusalIT {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(3);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);
    private static final Duration OUTAGE = Duration.ofSeconds(5);
    /** What was under way when the fault struck may still come to its end. */
    private static final Duration UNDER_WAY = Duration.ofMillis(300);

    private static final int SHOWN = 3;
    private static final int WARMING = 10;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final long ROOM_FOR_MORE = 2 << 20;

    private final FaultyWorld world = FaultyWorld.running();

    /** A full disk still has room here and there: what is acknowledged then must be stored all the same. */
    private enum Outage {
        TOTAL,
        PARTIAL;

        boolean answersRightly(Call call) {
            boolean refused = call.status() == 503 && call.retryAfter();
            return refused || this == PARTIAL && call.status() == 201;
        }
    }

    @Test
    @Tag("at-length")
    void posts_and_reads_are_refused_while_postgres_is_stopped() {
        assertRefusedAndBack(
                Outage.TOTAL, world::crashPostgres, () -> world.installation().start("postgres"), everything());
    }

    @Test
    void posts_and_reads_are_refused_while_postgres_is_frozen() {
        assertRefusedAndBack(Outage.TOTAL, () -> world.freeze("postgres"), () -> world.thaw("postgres"), everything());
    }

    @Test
    @Tag("at-length")
    void posts_and_reads_are_refused_while_the_network_swallows_everything() {
        assertRefusedAndBack(
                Outage.TOTAL,
                () -> world.postgresWire().swallow(Direction.BOTH),
                () -> world.postgresWire().pass(),
                everything());
    }

    @Test
    void posts_and_reads_are_refused_while_the_network_swallows_the_answers() {
        assertRefusedAndBack(
                Outage.TOTAL,
                () -> world.postgresWire().swallow(Set.of(Direction.TO_CLIENT)),
                () -> world.postgresWire().pass(),
                everything());
    }

    @Test
    @Tag("at-length")
    void posts_are_refused_while_the_database_is_read_only() {
        assertRefusedAndBack(
                Outage.TOTAL,
                () -> world.superuser(
                        Service.LEAD_INTAKE,
                        "alter system set default_transaction_read_only = on",
                        "select pg_reload_conf()"),
                () -> world.superuser(
                        Service.LEAD_INTAKE,
                        "alter system reset default_transaction_read_only",
                        "select pg_reload_conf()"),
                List.of(posting()));
    }

    @Test
    @Tag("at-length")
    void posts_are_refused_while_a_lock_keeps_everybody_out() throws Exception {
        // Given a session that holds the table of leads for itself
        try (var connection = world.superuser(Service.LEAD_INTAKE);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertRefusedAndBack(
                    Outage.TOTAL,
                    () -> execute(statement, "lock table lead in access exclusive mode"),
                    () -> execute(statement, "rollback"),
                    List.of(posting()));
        }
    }

    @Test
    void posts_are_refused_while_the_disk_is_full() throws Exception {
        // Given a table of leads on a disk with room for two megabytes more
        Path disk = Files.createTempDirectory("full-disk");
        long size = ROOM_FOR_MORE
                + Long.parseLong(world.databases()
                        .query(Service.LEAD_INTAKE, "select pg_table_size('lead')")
                        .getFirst());
        assumeTrue(
                FaultyWorld.run("mount", "-t", "tmpfs", "-o", "size=" + size + ",mode=777", "tmpfs", disk.toString()),
                "needs the right to mount a tmpfs");
        Path tables = Files.createDirectory(disk.resolve("tables"));
        try {
            assumeTrue(FaultyWorld.run("chown", owner(), tables.toString()), "needs the right to give a folder away");
            world.superuser(Service.LEAD_INTAKE, "create tablespace small location '" + tables + "'");
            world.superuser(Service.LEAD_INTAKE, "alter table lead set tablespace small");
            Path ballast = disk.resolve("ballast");
            assertRefusedAndBack(Outage.PARTIAL, () -> fillUp(ballast), () -> remove(ballast), List.of(posting()));
        } finally {
            world.superuser(Service.LEAD_INTAKE, "alter table lead set tablespace pg_default");
            world.superuser(Service.LEAD_INTAKE, "drop tablespace if exists small");
            assertThat(FaultyWorld.run("umount", disk.toString())).isTrue();
        }
    }

    private void assertRefusedAndBack(Outage outage, Runnable strike, Runnable mend, List<Calling> callings) {
        // Given a system that works
        warmUp(callings);

        // When the fault strikes and everybody goes on calling
        long struck;
        List<Call> calls;
        try {
            strike.run();
            struck = System.nanoTime() + UNDER_WAY.toNanos();
            calls = Probe.during(OUTAGE, PAUSE, withControl(callings));
        } finally {
            mend.run();
        }

        // Then every call is answered in time, and refused with a time to come again
        assertThat(calls).hasSizeGreaterThan(30 * callings.size());
        callings.forEach(calling -> System.out.printf(
                "%s: slowest answer %d ms%n",
                calling.what(),
                slowest(calls.stream().filter(call -> call.what().equals(calling.what())))
                        .toMillis()));
        Duration limit = ANSWERED_WITHIN.plus(slowest(calls.stream().filter(Probe.Call::isControl)));
        assertThat(calls.stream()
                        .filter(call -> call.took().compareTo(limit) > 0)
                        .limit(SHOWN))
                .isEmpty();
        assertThat(calls.stream()
                        .filter(call -> call.begunAfter(struck) && !call.isControl())
                        .filter(call -> !outage.answersRightly(call))
                        .limit(SHOWN))
                .isEmpty();
        assertThat(calls).anySatisfy(call -> assertThat(call.status()).isEqualTo(503));
        // And everything is back by itself
        Eventually.within(
                BACK_WITHIN,
                () -> callings.forEach(calling -> assertThat(isServed(Probe.once(calling)))
                        .as(calling.what())
                        .isTrue()));
        // And what was acknowledged is there
        List<String> acknowledged = calls.stream()
                .filter(call -> call.status() == 201)
                .map(call -> Json.read(call.body()).get("leadId").asText())
                .toList();
        assertThat(world.databases().query(Service.LEAD_INTAKE, "select lead_id from lead"))
                .containsAll(acknowledged);
    }

    /** What the very first answers cost is another story. */
    private static void warmUp(List<Calling> callings) {
        for (int i = 0; i < WARMING; i++) {
            callings.forEach(calling -> Eventually.within(
                    BACK_WITHIN.multipliedBy(2),
                    () -> assertThat(isServed(Probe.once(calling)))
                            .as(calling.what())
                            .isTrue()));
        }
    }

    /** Beside the others a call that needs no database: how late it is answered is the machine's doing. */
    private List<Calling> withControl(List<Calling> callings) {
        return Stream.concat(
                        callings.stream(),
                        Stream.of(new Calling(
                                Probe.CONTROL,
                                world.as(Role.OPS, Service.LEAD_INTAKE),
                                api -> api.get("/q/health/live"))))
                .toList();
    }

    private static Duration slowest(Stream<Call> calls) {
        return calls.map(Call::took).max(Duration::compareTo).orElseThrow();
    }

    /** Answered for what was asked, be it with "there is none". */
    private static boolean isServed(Call call) {
        return call.status() > 0 && call.status() < 500;
    }

    private Calling posting() {
        return posting(world);
    }

    /** A lead that asks for nothing, so that no rep must answer. */
    static Calling posting(FaultyWorld world) {
        return new Calling("POST lead", world.website(), api -> {
            ObjectNode lead = SampleWorld.dana();
            lead.remove("activities");
            return api.postOnce("/v1/leads", lead);
        });
    }

    private List<Calling> everything() {
        String someLead = UUID.randomUUID().toString();
        return List.of(
                posting(),
                new Calling(
                        "POST activity",
                        world.website(),
                        api -> api.postOnce(
                                "/v1/activities", "{\"email\":\"nobody@example.com\",\"type\":\"page_view\"}")),
                reading(Service.LEAD_INTAKE, "/v1/leads/" + someLead),
                reading(Service.SCORING_SERVICE, "/v1/scores/" + someLead),
                reading(Service.HANDOFF_SERVICE, "/v1/handoffs"),
                reading(Service.SLA_TRACKER, "/v1/clocks"),
                reading(Service.REPORTING_SERVICE, "/v1/reports/funnel"));
    }

    private Calling reading(Service service, String path) {
        return new Calling("GET " + path, world.as(Role.ADMIN, service), api -> api.get(path));
    }

    private String owner() throws IOException {
        return Files.getOwner(world.installation().layout().postgres().resolve("data"))
                .getName();
    }

    /** The disk at once, the room that the table still has by posts. */
    private void fillUp(Path ballast) {
        try {
            Files.write(ballast, new byte[2_000_000]);
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
        for (int posts = 0; posts < 500 && isServed(Probe.once(posting())); posts++) {
            assertThat(posts).isLessThan(499);
        }
    }

    private static void remove(Path ballast) {
        try {
            Files.delete(ballast);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    private static void execute(java.sql.Statement statement, String sql) {
        try {
            boolean hasRows = statement.execute(sql);
            assertThat(hasRows).isFalse();
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
