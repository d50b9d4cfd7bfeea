package io.leadloop.sla.clock;

import io.leadloop.events.Clock;
import io.leadloop.events.SlaEvent;
import io.leadloop.events.SlaEvent.ClockBreached;
import io.leadloop.events.SlaEvent.ClockWarned;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Stopping;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * What operators watch: open clocks by state and team (the same from every tracker: take one, do not sum), warnings and breaches
 * that this tracker told by clock and team, and how long after the due time it told them.
 */
@ApplicationScoped
class ClockMetrics {
    private static final Logger LOG = Logger.getLogger(ClockMetrics.class);
    private static final String ACCEPTANCE = "acceptance";
    private static final String OPEN =
            "select clock, state, coalesce(team_id, ''), count(*) from clock where state in ('running', 'warned', 'paused') group by 1, 2, 3";

    /** A series that vanishes at zero would look like a tracker that does not count. */
    private static final Map<Tags, Number> NONE_OPEN =
            Map.of(tags(ACCEPTANCE, "running", ""), 0, tags(ACCEPTANCE, "warned", ""), 0);

    private final MeterRegistry registry;
    private final Database database;
    private final MultiGauge open;
    private volatile long countAgainAt = System.nanoTime();

    ClockMetrics(MeterRegistry registry, Database database) {
        this.registry = registry;
        this.database = database;
        this.open = MultiGauge.builder("leadloop.sla.clocks")
                .description("Open clocks")
                .register(registry);
    }

    void told(List<SlaEvent> events) {
        for (SlaEvent event : events) {
            if (event instanceof ClockBreached breached) {
                breached(breached.clock(), breached.lateness());
            } else if (event instanceof ClockWarned warned) {
                count("leadloop.sla.warnings", warned.clock());
            }
        }
    }

    private void breached(Clock clock, Duration lateness) {
        count("leadloop.sla.breaches", clock);
        Timer.builder("leadloop.sla.lateness")
                .description("From the due time until the breach was told")
                .tag("clock", clock.clock())
                .serviceLevelObjectives(
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10))
                .register(registry)
                .record(lateness);
    }

    private void count(String name, Clock clock) {
        String team = clock.teamId() == null ? "" : clock.teamId();
        registry.counter(name, "clock", clock.clock(), "team", team).increment();
    }

    @Scheduled(
            every = "15s",
            skipExecutionIf = Stopping.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> countOpen() {
        long begun = System.nanoTime();
        return begun - countAgainAt < 0 ? Uni.createFrom().voidItem() : count(begun);
    }

    /** A million open clocks take a while to count: that may cost a hundredth of the time. */
    private Uni<Void> count(long begun) {
        return database.patiently(
                        tx -> tx.createNativeQuery(OPEN, Object[].class).getResultList())
                .invoke(this::show)
                .onTermination()
                .invoke(() -> countAgainAt = System.nanoTime() + 100 * (System.nanoTime() - begun))
                .replaceWithVoid()
                .onFailure(Failures::isOperational)
                .recoverWithUni(failure -> {
                    LOG.debugf("Open clocks could not be counted: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private void show(List<Object[]> rows) {
        Map<Tags, Number> counts = new HashMap<>(NONE_OPEN);
        rows.forEach(row -> counts.put(tags((String) row[0], (String) row[1], (String) row[2]), (Number) row[3]));
        open.register(
                counts.entrySet().stream()
                        .map(count -> MultiGauge.Row.of(count.getKey(), count.getValue()))
                        .toList(),
                true);
    }

    private static Tags tags(String clock, String state, String team) {
        return Tags.of("clock", clock, "state", state, "team", team);
    }
}
