package io.leadloop.deploy.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Posts leads, either as fast as a number of connections can, or at a rate that does not wait for answers. One thread serves all
 * connections.
 */
final class Load {
    /** Enough that a connection is free whenever a post is due, and few enough to be those of a web server. */
    private static final int OPEN_CONNECTIONS = 64;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final URI intake;
    private final String token;

    Load(URI intake, String token) {
        this.intake = intake;
        this.token = token;
    }

    /** Each connection posts its next lead when the one before was answered. */
    Posted closed(int connections, Duration length, SampleLeads leads) {
        return post(() -> Schedule.closed(length), connections, leads);
    }

    /**
     * {@code perSecond} leads a second, each due at a fixed time. Its latency counts from that time, so that a system that stands
     * still is charged with everybody who would have come meanwhile.
     */
    Posted open(double perSecond, Duration length, SampleLeads leads) {
        return post(() -> Schedule.open(perSecond, length), OPEN_CONNECTIONS, leads);
    }

    /** @param schedule asked for when all connections are there: its time begins then */
    private Posted post(Supplier<Schedule> schedule, int connections, SampleLeads leads) {
        List<PostConnection> all = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                all.add(new PostConnection(intake, token, selector));
            }
            Run run = new Run(schedule.get(), leads, selector, all);
            run.toTheEnd();
            return run.posted;
        } catch (IOException broken) {
            throw new BrokenRun("lead-intake cannot be reached: " + broken.getMessage());
        } finally {
            all.forEach(PostConnection::close);
        }
    }

    private static final class Run {
        private final Posted posted = new Posted();
        private final Deque<PostConnection> idle = new ArrayDeque<>();
        private final Set<PostConnection> busy = new HashSet<>();
        private final Schedule schedule;
        private final SampleLeads leads;
        private final Selector selector;

        Run(Schedule schedule, SampleLeads leads, Selector selector, List<PostConnection> connections) {
            this.schedule = schedule;
            this.leads = leads;
            this.selector = selector;
            idle.addAll(connections);
        }

        void toTheEnd() throws IOException {
            long next = postWhatIsDue();
            while (!busy.isEmpty() || next != Schedule.NEVER && !idle.isEmpty()) {
                await(next);
                giveUpOnTheSilent();
                next = postWhatIsDue();
            }
        }

        /** Returns when the next one is due. */
        private long postWhatIsDue() {
            long now = System.nanoTime();
            long next = schedule.next(now);
            while (next <= now && !idle.isEmpty()) {
                PostConnection connection = idle.poll();
                busy.add(connection);
                try {
                    connection.post(leads.next(), next);
                } catch (IOException broken) {
                    drop(connection, broken.toString());
                }
                schedule.posted();
                now = System.nanoTime();
                next = schedule.next(now);
            }
            return next;
        }

        private void await(long next) throws IOException {
            long nanos = idle.isEmpty() ? Long.MAX_VALUE : next - System.nanoTime();
            long millis = Math.min(LOOK_EVERY_MILLIS, TimeUnit.NANOSECONDS.toMillis(nanos));
            int answers = millis > 0 ? selector.select(this::hear, millis) : selector.selectNow(this::hear);
            if (answers == 0 && millis <= 0 && nanos > 0) {
                LockSupport.parkNanos(nanos);
            }
        }

        private void hear(SelectionKey key) {
            PostConnection connection = (PostConnection) key.attachment();
            try {
                Optional<PostConnection.Answer> answer = connection.read();
                if (answer.isPresent()) {
                    posted.add(answer.get(), connection.due(), System.nanoTime());
                    busy.remove(connection);
                    idle.add(connection);
                }
            } catch (IOException broken) {
                drop(connection, broken.toString());
            }
        }

        private void giveUpOnTheSilent() {
            long now = System.nanoTime();
            busy.stream()
                    .filter(connection -> now - connection.sentAt() > PATIENCE.toNanos())
                    .toList()
                    .forEach(connection -> drop(connection, "no answer within " + PATIENCE));
        }

        private void drop(PostConnection connection, String problem) {
            posted.failed(problem);
            busy.remove(connection);
            idle.remove(connection);
            connection.close();
        }
    }
}
