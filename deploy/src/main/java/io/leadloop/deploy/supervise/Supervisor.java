package io.leadloop.deploy.supervise;

import io.leadloop.deploy.Progress;
import io.leadloop.deploy.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Looks every two seconds whether what should run is there, asks every ten whether it makes progress, and starts again what
 * does not. It changes something only under the installation's lock, and waits for nobody: what cannot be done now is done at
 * a later look.
 */
public final class Supervisor {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(10);

    private final Supplier<Set<String>> wanted;
    private final Collection<Supervised> all;
    private final Restarts restarts;
    private final Lock lock;
    private final Progress diary;
    private final Map<String, Watch> watches = new HashMap<>();
    private final Map<String, Seen> answers = new ConcurrentHashMap<>();
    private final Map<String, Instant> asked = new HashMap<>();
    private final Map<String, Optional<String>> processes = new HashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Set<String> toFurnish = new HashSet<>();
    private final ExecutorService questions = Executors.newVirtualThreadPerTaskExecutor();
    private boolean allIsWell;
    private final ReentrantLock acting = new ReentrantLock();

    /** Takes the installation's lock when it is free, and does the work under it. */
    @FunctionalInterface
    public interface Lock {
        boolean ifFree(Runnable work);
    }

    public Supervisor(
            Collection<Supervised> all,
            Supplier<Set<String>> wanted,
            Duration patience,
            Duration patienceAtStart,
            Restarts restarts,
            Lock lock,
            Progress diary) {
        this.all = List.copyOf(all);
        this.wanted = wanted;
        this.restarts = restarts;
        this.lock = lock;
        this.diary = diary;
        this.all.forEach(one -> watches.put(one.name(), new Watch(patience, patienceAtStart)));
    }

    /** Works until the thread is interrupted or nothing is wanted any more, as when somebody deleted the directory. */
    public void run() throws InterruptedException {
        diary.say("", "keeps alive " + String.join(", ", wanted.get()));
        while (!wanted.get().isEmpty()) {
            look(Instant.now());
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Nothing is begun any more; returns when what was begun is done. */
    public void end() {
        acting.lock();
    }

    /** Returns when every question that was asked has its answer. */
    void awaitAnswers() throws InterruptedException {
        while (!open.isEmpty()) {
            Thread.sleep(1);
        }
    }

    void look(Instant now) {
        Set<String> names = wanted.get();
        for (Supervised one : all) {
            if (names.contains(one.name())) {
                judge(one, now);
            } else {
                answers.put(one.name(), new Seen.Unknown());
            }
        }
        tell(names);
    }

    private void tell(Set<String> names) {
        boolean well = names.stream().allMatch(this::isWell);
        if (well && !allIsWell) {
            diary.say("", "finds all well");
        }
        allIsWell = well;
    }

    private void judge(Supervised one, Instant now) {
        Seen seen = see(one, now);
        if (seen instanceof Seen.Well && toFurnish.remove(one.name())) {
            furnish(one);
        }
        boolean groundHolds = one.standsOn().stream().allMatch(this::isWell);
        watches.get(one.name())
                .look(now, groundHolds ? seen : new Seen.Unknown())
                .ifPresent(why -> startAgain(one, why, now));
    }

    private Seen see(Supervised one, Instant now) {
        Optional<String> process = one.process();
        if (process.isEmpty()) {
            answers.put(one.name(), new Seen.Gone("had ended"));
        } else {
            if (!process.equals(processes.put(one.name(), process))) {
                watches.get(one.name()).begins();
                answers.put(one.name(), new Seen.Unknown());
                asked.remove(one.name());
            }
            if (!now.isBefore(asked.getOrDefault(one.name(), Instant.MIN).plus(BETWEEN_QUESTIONS))
                    && open.add(one.name())) {
                asked.put(one.name(), now);
                questions.execute(() -> ask(one));
            }
        }
        return answers.getOrDefault(one.name(), new Seen.Unknown());
    }

    private void ask(Supervised one) {
        try {
            answers.put(one.name(), one.ask());
        } catch (Exception noAnswer) {
            answers.put(one.name(), new Seen.Unknown());
        } finally {
            open.remove(one.name());
        }
    }

    private boolean isWell(String name) {
        return answers.get(name) instanceof Seen.Well;
    }

    private void startAgain(Supervised one, String why, Instant now) {
        boolean free = lock.ifFree(() -> {
            acting.lock();
            try {
                if (wanted.get().contains(one.name())) {
                    act(one, why, now);
                }
            } finally {
                acting.unlock();
            }
        });
        if (!free) {
            diary.say(one.name(), why + "; somebody else is starting or stopping parts");
        }
    }

    private void act(Supervised one, String why, Instant now) {
        watches.get(one.name()).restarted(now);
        answers.put(one.name(), new Seen.Unknown());
        asked.remove(one.name());
        boolean first = toFurnish.add(one.name());
        int times = restarts.add(one.name(), now, why);
        diary.say(one.name(), why + "; started again (" + times + (first ? ")" : ", before it was ready)"));
        try {
            one.startAgain();
        } catch (Exception e) {
            diary.say(one.name(), "does not start: " + e.getMessage());
        }
    }

    private void furnish(Supervised one) {
        try {
            one.furnish();
            diary.say(one.name(), "is back");
        } catch (Exception e) {
            boolean again = toFurnish.add(one.name());
            diary.say(one.name(), "is back, but incomplete: " + e.getMessage() + (again ? "; tried again" : ""));
        }
    }
}
