package io.leadloop.deploy.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Posts leads, either as fast as a number of connections can, or at a rate that does not wait for answers. */
final class Load {
    /** Enough that a connection is free whenever a post is due, and few enough to be those of a web server. */
    private static final int OPEN_CONNECTIONS = 64;

    private final URI intake;
    private final String token;

    Load(URI intake, String token) {
        this.intake = intake;
        this.token = token;
    }

    /** Each connection posts its next lead when the one before was answered. */
    Posted closed(int connections, Duration length, SampleLeads leads) {
        Posted posted = new Posted();
        long end = System.nanoTime() + length.toNanos();
        onConnections(connections, posted, connection -> {
            while (System.nanoTime() < end) {
                byte[] lead = leads.next();
                long begun = System.nanoTime();
                posted.add(connection.post(lead), begun, System.nanoTime());
            }
        });
        return posted;
    }

    /**
     * {@code perSecond} leads a second, each due at a fixed time. Its latency counts from that time, so that a system that stands
     * still is charged with everybody who would have come meanwhile.
     */
    Posted open(double perSecond, Duration length, SampleLeads leads) {
        Posted posted = new Posted();
        int total = (int) Math.round(perSecond * length.toMillis() / 1000.0);
        BlockingQueue<Long> due = new ArrayBlockingQueue<>(total + OPEN_CONNECTIONS);
        Thread pace = Thread.ofPlatform().name("pace").start(() -> pace(due, total, perSecond));
        onConnections(OPEN_CONNECTIONS, posted, connection -> {
            for (long at = due.take(); at != Long.MAX_VALUE; at = due.take()) {
                posted.add(connection.post(leads.next()), at, System.nanoTime());
            }
        });
        join(pace);
        return posted;
    }

    private static void pace(BlockingQueue<Long> due, int total, double perSecond) {
        long begin = System.nanoTime();
        for (int i = 0; i < total; i++) {
            long at = begin + (long) (i / perSecond * TimeUnit.SECONDS.toNanos(1));
            for (long early = at - System.nanoTime(); early > 0; early = at - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            due.add(at);
        }
        for (int i = 0; i < OPEN_CONNECTIONS; i++) {
            due.add(Long.MAX_VALUE);
        }
    }

    private interface Work {
        void with(PostConnection connection) throws IOException, InterruptedException;
    }

    private void onConnections(int connections, Posted posted, Work work) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try (PostConnection connection = new PostConnection(intake, token)) {
                    work.with(connection);
                } catch (IOException e) {
                    posted.failed(e.toString());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        threads.forEach(Load::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenRun("it was interrupted");
        }
    }
}
