package io.leadloop.systemtests.faults;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.Part;
import io.leadloop.systemtests.faults.Fault.Freeze;
import io.leadloop.systemtests.faults.Fault.Kill;
import io.leadloop.systemtests.faults.Fault.Lock;
import io.leadloop.systemtests.faults.Fault.Reset;
import io.leadloop.systemtests.faults.Fault.Swallow;
import io.leadloop.systemtests.faults.Fault.Wire;
import io.leadloop.systemtests.faults.FaultPlan.Strike;
import io.leadloop.systemtests.faults.wire.Direction;
import io.leadloop.systemtests.faults.wire.FaultProxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** Carries a plan out, mends what it broke and remembers from when to when. */
final class Striking {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(90);

    private final FaultyWorld world;
    private final Map<String, ReentrantLock> targets = new ConcurrentHashMap<>();
    private final List<Struck> struck = Collections.synchronizedList(new ArrayList<>());
    private final List<Throwable> unmended = Collections.synchronizedList(new ArrayList<>());

    Striking(FaultyWorld world) {
        this.world = world;
    }

    /** A fault that was, in nanoseconds as the system counts them. */
    record Struck(Fault fault, long from, long to) {
        boolean touches(long begin, long end) {
            return begin - to < 0 && from - end < 0;
        }
    }

    /** Returns when the last fault is mended and every part is up again. */
    List<Struck> run(FaultPlan plan) throws InterruptedException {
        long begun = System.nanoTime();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Strike strike : plan.strikes()) {
                Thread.sleep(Duration.ofNanos(Math.max(0, begun + strike.at().toNanos() - System.nanoTime())));
                hands.execute(() -> alone(strike.fault()));
            }
        }
        if (!unmended.isEmpty()) {
            throw new IllegalStateException(unmended.size() + " faults could not be mended", unmended.getFirst());
        }
        return List.copyOf(struck);
    }

    private void alone(Fault fault) {
        ReentrantLock target = targets.computeIfAbsent(fault.target(), name -> new ReentrantLock());
        target.lock();
        long from = System.nanoTime();
        System.out.println("strikes: " + fault);
        try {
            strike(fault);
        } catch (RuntimeException | SQLException failed) {
            unmended.add(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            struck.add(new Struck(fault, from, System.nanoTime()));
            target.unlock();
        }
    }

    private void strike(Fault fault) throws InterruptedException, SQLException {
        switch (fault) {
            case Kill kill -> kill(kill);
            case Freeze freeze -> freeze(freeze);
            case Swallow swallow -> swallow(swallow);
            case Reset reset -> wire(reset.wire()).reset();
            case Lock lock -> lock(lock);
        }
    }

    private void kill(Kill kill) throws InterruptedException {
        Part part = world.installation().part(kill.part());
        if (kill.part().equals("postgres")) {
            world.crashPostgres();
        } else {
            part.kill();
        }
        Thread.sleep(kill.down());
        startUntilItStays(kill.part());
    }

    /** A service whose database goes away during its migrations ends, and is started again by who looks after it. */
    private void startUntilItStays(String part) {
        long end = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (true) {
            try {
                world.installation().start(part);
                return;
            } catch (LauncherException ended) {
                if (System.nanoTime() - end > 0) {
                    throw ended;
                }
                System.out.println(part + " is started once more: "
                        + ended.getMessage().lines().findFirst().orElse(""));
            }
        }
    }

    private void freeze(Freeze freeze) throws InterruptedException {
        world.freeze(freeze.part());
        try {
            Thread.sleep(freeze.length());
        } finally {
            world.thaw(freeze.part());
        }
    }

    private void swallow(Swallow swallow) throws InterruptedException {
        FaultProxy wire = wire(swallow.wire());
        wire.swallow(Direction.BOTH);
        try {
            Thread.sleep(swallow.length());
        } finally {
            wire.pass();
        }
    }

    /** A server that crashes meanwhile takes the lock with it. */
    private void lock(Lock lock) throws InterruptedException, SQLException {
        try (Connection connection = world.superuser(lock.database());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            boolean hasRows = statement.execute("lock table " + lock.table() + " in access exclusive mode");
            assert !hasRows;
            Thread.sleep(lock.length());
            connection.rollback();
        } catch (SQLException serverGone) {
            System.out.println("the lock ended early: " + serverGone.getMessage());
        }
    }

    private FaultProxy wire(Wire wire) {
        return switch (wire) {
            case TO_POSTGRES -> world.postgresWire();
            case TO_KAFKA -> world.kafkaWire();
        };
    }
}
