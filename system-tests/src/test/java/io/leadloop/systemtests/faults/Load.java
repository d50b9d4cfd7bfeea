package io.leadloop.systemtests.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.token.Role;
import io.leadloop.systemtests.faults.Call.Acknowledged;
import io.leadloop.systemtests.faults.Call.Refused;
import io.leadloop.systemtests.faults.Call.Unknown;
import io.leadloop.systemtests.faults.judge.Content;
import io.leadloop.systemtests.faults.judge.Entry;
import io.leadloop.systemtests.faults.judge.Ledger;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.SampleWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Posts as the world outside makes them: at fixed moments, whether or not earlier ones were answered. New people and people
 * who come again, with and without an Idempotency-Key, who ask for a demo and who do not, and what they do. Whoever has a key, or an activity with an id of its
 * own, tries again, when they are asked to, until the outcome is known; the others are written down as unknown.
 */
final class Load {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
    private static final int TRIES = 60;
    private static final double PEOPLE_WHO_COME_AGAIN = 0.15;
    private static final double ACTIVITIES = 0.15;
    private static final double WITH_KEY = 0.4;
    /** The others ask for nothing yet: most who fill a form are no MQL. */
    private static final double ASK_FOR_A_DEMO = 0.4;

    private final Call.Client intake;
    private final Ledger ledger;
    private final Random random;
    private final ConcurrentLinkedQueue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final List<Person> known = new CopyOnWriteArrayList<>();

    Load(FaultyWorld world, Ledger ledger, long seed) {
        this.intake = new Call.Client(
                world.installation().address(Service.LEAD_INTAKE),
                world.installation().token(Role.INTAKE, Map.of()));
        this.ledger = ledger;
        this.random = new Random(seed);
    }

    /**
     * One request.
     *
     * @param scheduled when it was meant to begin, in nanoseconds as the system counts them; latency counts from here
     */
    record Attempt(long scheduled, long ended, Call outcome) {
        Duration latency() {
            return Duration.ofNanos(ended - scheduled);
        }
    }

    private record Person(String email, String leadId) {}

    /** One thing to be posted, with all that chance decides about it. */
    private record Post(Entry.Kind kind, String id, String path, ObjectNode body, boolean mayRepeat) {}

    /** Posts at this rate until stopped, then waits for every outcome. */
    void run(int perSecond, Instant until) throws InterruptedException {
        long next = System.nanoTime();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            while (Instant.now().isBefore(until)) {
                Post post = next();
                long scheduled = next;
                people.execute(() -> insist(post, scheduled));
                next += 1_000_000_000L / perSecond;
                Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            }
        }
    }

    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Posts that were refused for what they say: nothing that is posted here deserves that. */
    List<String> refusedForTheirContent() {
        return List.copyOf(wrong);
    }

    private Post next() {
        double chance = random.nextDouble();
        boolean withKey = random.nextDouble() < WITH_KEY;
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        if (chance < ACTIVITIES && !known.isEmpty()) {
            return activity(id, known.get(random.nextInt(known.size())));
        }
        return chance < ACTIVITIES + PEOPLE_WHO_COME_AGAIN && !known.isEmpty()
                ? lead(id, known.get(random.nextInt(known.size())).email(), withKey)
                : lead(id, "dana." + id + "@acme-industries.example", withKey);
    }

    private static Post activity(String id, Person person) {
        ObjectNode body = Json.empty()
                .put("activityId", id)
                .put("leadId", person.leadId())
                .put("type", "page_view");
        return new Post(Entry.Kind.ACTIVITY, id, "/v1/activities", body, true);
    }

    private Post lead(String id, String email, boolean withKey) {
        ObjectNode dana = SampleWorld.dana().put("email", email).put("message", "This is the message of " + id);
        ((ObjectNode) dana.get("touch")).put("content", id);
        if (random.nextDouble() >= ASK_FOR_A_DEMO) {
            dana.remove("activities");
        }
        return new Post(Entry.Kind.LEAD, id, "/v1/leads", dana, withKey);
    }

    private void insist(Post post, long scheduled) {
        try {
            Call outcome = once(post, scheduled);
            for (int tries = 1; tries < TRIES && post.mayRepeat() && !(outcome instanceof Acknowledged); tries++) {
                Thread.sleep(pause(outcome));
                outcome = once(post, System.nanoTime());
            }
            writeDown(post, outcome);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration pause(Call outcome) {
        return outcome instanceof Unknown(int status, Duration retryAfter) && retryAfter.compareTo(AGAIN_AFTER) > 0
                ? retryAfter
                : AGAIN_AFTER;
    }

    private Call once(Post post, long scheduled) throws InterruptedException {
        Call outcome = post.kind() == Entry.Kind.LEAD && post.mayRepeat()
                ? intake.post(post.path(), post.body().toString(), "Idempotency-Key", post.id())
                : intake.post(post.path(), post.body().toString());
        attempts.add(new Attempt(scheduled, System.nanoTime(), outcome));
        return outcome;
    }

    private void writeDown(Post post, Call outcome) {
        switch (outcome) {
            case Acknowledged acknowledged -> acknowledge(post, acknowledged);
            case Unknown unknown -> ledger.unknown(entry(post, ""));
            case Refused refused -> {
                if (refused.status() != 0) {
                    wrong.add(refused + " for " + post.body());
                }
                if (post.mayRepeat()) {
                    ledger.unknown(entry(post, ""));
                }
            }
        }
    }

    private void acknowledge(Post post, Acknowledged answer) {
        if (post.kind() == Entry.Kind.ACTIVITY) {
            ledger.acknowledged(entry(post, ""));
            return;
        }
        String leadId = Json.read(answer.body()).get("leadId").asText();
        ledger.acknowledged(entry(post, leadId));
        known.add(new Person(post.body().get("email").asText(), leadId));
    }

    private static Entry entry(Post post, String leadId) {
        String hash = post.kind() == Entry.Kind.LEAD ? Content.hash(post.body()) : "";
        return new Entry(post.kind(), post.id(), leadId, hash, Instant.now());
    }
}
