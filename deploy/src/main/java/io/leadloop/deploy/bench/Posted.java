package io.leadloop.deploy.bench;

import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was posted: who was acknowledged, how long it took, and what went wrong. */
final class Posted {
    /** By lead: when its post was due, by {@link System#nanoTime()}. */
    private final Map<UUID, Long> dueAt = new ConcurrentHashMap<>();

    private final Queue<Long> answered = new ConcurrentLinkedQueue<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();

    void add(PostConnection.Answer answer, long due, long now) {
        if (!answer.isCaptured()) {
            failed(answer.status() + " " + answer.body());
        } else {
            dueAt.put(answer.leadId(), due);
            answered.add(now - due);
        }
    }

    void failed(String problem) {
        problems.add(problem);
    }

    Map<UUID, Long> dueAt() {
        return dueAt;
    }

    int acknowledged() {
        return dueAt.size();
    }

    Latencies answerTimes() {
        return Latencies.ofNanos(answered.stream().mapToLong(Long::longValue).toArray());
    }

    /** For a warm-up: a cold service may refuse some. */
    void requireAnyAcknowledged() {
        if (acknowledged() == 0) {
            throw new BrokenRun("no post was acknowledged, the first answer: " + problems.peek());
        }
    }

    /** A figure of a run with refused posts would be none. */
    Posted requireAllAcknowledged() {
        if (!problems.isEmpty()) {
            throw new BrokenRun(problems.size() + " of " + (problems.size() + acknowledged())
                    + " posts were not acknowledged, the first: " + problems.peek());
        }
        return this;
    }
}
