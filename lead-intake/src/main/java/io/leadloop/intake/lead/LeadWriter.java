package io.leadloop.intake.lead;

import io.leadloop.http.ProblemException;
import io.leadloop.intake.lead.CaptureLeads.Keyed;
import io.leadloop.intake.lead.IdempotencyKeys.JustForgotten;
import io.leadloop.intake.lead.rules.CaptureOutcome;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.DatabaseIsSilent;
import io.leadloop.messaging.Failures;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the posts that are waiting at one moment together, and answers each after the commit. A lone post waits for nobody, and
 * under load one transaction carries many ({@link WriterTurns}).
 *
 * <ul>
 *   <li>Two posts of one batch never share an identity, a key or an activity: the later one waits for the next batch and then joins.
 *   <li>A batch that fails for a reason in its data is halved until the one bad post stands alone; none fails for its
 *       neighbour's sake. A lost connection fails the batch as a whole, since it is undecided.
 *   <li>A post whose client would be refused before it is written is refused at once: the client will send it again.
 * </ul>
 */
@ApplicationScoped
class LeadWriter {
    private static final int MAX_BATCH = 256;
    private static final int MAX_WAITING = 20_000;
    private static final int WRITERS = 3;
    private static final int TRIES = 3;
    /** A client must know within three seconds; the writers answer nothing later than this. */
    private static final Duration PATIENCE = Duration.ofMillis(2_300);
    /** A batch may take a second where processors are scarce: a post that has less time left is refused, not written for nobody. */
    private static final Duration BEGIN_WITHIN = PATIENCE.minusSeconds(1);

    private final Database database;
    private final CaptureLeads captureLeads;
    private final DistributionSummary batchSizes;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final WriterTurns turns = new WriterTurns(WRITERS);
    private final Vertx vertx;

    LeadWriter(Vertx vertx, Database database, CaptureLeads captureLeads, MeterRegistry metrics) {
        this.vertx = vertx;
        this.database = database;
        this.captureLeads = captureLeads;
        this.batchSizes = metrics.summary("leadloop.intake.batch.size");
        metrics.gauge("leadloop.intake.waiting", waiting, this::waitingCount);
    }

    /** @param beginBy the last moment at which it is worth writing, in nanoseconds as the system counts them */
    private record Waiting(Keyed item, UniEmitter<? super CaptureOutcome> answer, long beginBy) {
        static Waiting now(Keyed item, UniEmitter<? super CaptureOutcome> answer) {
            return new Waiting(item, answer, System.nanoTime() + BEGIN_WITHIN.toNanos());
        }

        boolean isTooLate() {
            return System.nanoTime() - beginBy >= 0;
        }
    }

    /** Completes after the commit; fails with an operational failure if the database did not decide in time. */
    Uni<CaptureOutcome> write(Keyed item) {
        return Uni.createFrom()
                .<CaptureOutcome>emitter(answer -> enqueue(Waiting.now(item, answer)))
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new DatabaseIsSilent(PATIENCE));
    }

    private void enqueue(Waiting post) {
        boolean begins;
        synchronized (waiting) {
            if (waiting.size() >= MAX_WAITING) {
                post.answer()
                        .fail(new ProblemException(
                                503,
                                "overloaded",
                                "Too many posts at once",
                                MAX_WAITING
                                        + " posts are waiting to be stored. Nothing of this one was stored; send it again"
                                        + " in some seconds."));
                return;
            }
            waiting.add(post);
            begins = turns.begin(waiting.size());
        }
        if (begins) {
            drain();
        }
    }

    private void drain() {
        List<Waiting> tooLate = new ArrayList<>();
        List<Waiting> batch = take(tooLate);
        tooLate.forEach(post -> post.answer().fail(new DatabaseIsSilent(BEGIN_WITHIN)));
        if (!batch.isEmpty()) {
            batchSizes.record(batch.size());
            long begun = System.nanoTime();
            writeAll(batch, TRIES).subscribe().with(done -> rest(begun), unexpected -> rest(begun));
        }
    }

    private void rest(long begun) {
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        long millis;
        synchronized (waiting) {
            millis = turns.rest(took, waiting.size());
        }
        if (millis == 0) {
            drain();
        } else {
            vertx.setTimer(millis, timer -> goOn());
        }
    }

    private void goOn() {
        boolean goesOn;
        synchronized (waiting) {
            goesOn = turns.restIsOver();
        }
        if (goesOn) {
            drain();
        }
    }

    /** The next batch; an empty one makes the writer idle. */
    private List<Waiting> take(List<Waiting> tooLate) {
        synchronized (waiting) {
            Set<String> identities = new HashSet<>();
            List<Waiting> batch = new ArrayList<>();
            List<Waiting> twins = new ArrayList<>();
            while (batch.size() < MAX_BATCH && !waiting.isEmpty()) {
                Waiting post = waiting.poll();
                if (post.isTooLate()) {
                    tooLate.add(post);
                    continue;
                }
                Set<String> own = identities(post.item());
                if (own.stream().anyMatch(identities::contains)) {
                    twins.add(post);
                } else {
                    batch.add(post);
                }
                identities.addAll(own);
            }
            twins.reversed().forEach(waiting::addFirst);
            if (batch.isEmpty()) {
                turns.end();
            }
            // The order of identities is the order of locks: two writers never wait for each other in a circle.
            batch.sort(Comparator.comparing(post -> lockOrder(post.item())));
            return batch;
        }
    }

    private static Set<String> identities(Keyed item) {
        Set<String> identities = item.submission().identities();
        item.key().ifPresent(key -> identities.add("key " + key.id()));
        item.submission().activities().forEach(activity -> identities.add("activity " + activity.activityId()));
        return identities;
    }

    private static String lockOrder(Keyed item) {
        return item.submission().email().or(item.submission()::externalId).orElse("");
    }

    /** Answers every post of the batch; never fails. */
    private Uni<Void> writeAll(List<Waiting> batch, int tries) {
        return database.patiently(tx -> captureLeads.capture(
                        tx, batch.stream().map(Waiting::item).toList()))
                .invoke(outcomes -> {
                    for (int i = 0; i < outcomes.size(); i++) {
                        batch.get(i).answer().complete(outcomes.get(i));
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> afterFailure(batch, tries, failure));
    }

    private Uni<Void> afterFailure(List<Waiting> batch, int tries, Throwable failure) {
        if ((Failures.isRollback(failure) || JustForgotten.isCauseOf(failure)) && tries > 1) {
            return writeAll(batch, tries - 1);
        }
        if (Failures.isOperational(failure) || batch.size() == 1) {
            batch.forEach(post -> post.answer().fail(failure));
            return Uni.createFrom().voidItem();
        }
        int half = batch.size() / 2;
        return writeAll(batch.subList(0, half), tries).chain(() -> writeAll(batch.subList(half, batch.size()), tries));
    }

    private double waitingCount(Deque<Waiting> queue) {
        synchronized (waiting) {
            return queue.size();
        }
    }
}
