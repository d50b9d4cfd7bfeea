package io.leadloop.deploy.demo;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.Progress;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.process.Wait;
import io.leadloop.deploy.token.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Plays the present: a website that posts leads at a steady rate, whether or not the last one was answered, and reps who work
 * off their lists.
 */
final class PlayLive {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(5);

    /** For the last leads to be offered, tried and closed. */
    private static final Duration TO_FINISH = Duration.ofSeconds(8);

    private final DemoApi website;
    private final List<RepAtWork> reps;
    private final Tally tally = new Tally();
    private final Progress progress;

    /** @param teams by rep */
    PlayLive(Installation installation, Map<String, String> teams, Progress progress) {
        this.website = new DemoApi(installation, Service.LEAD_INTAKE, Role.INTAKE, Map.of("sub", "demo-website"));
        this.reps = teams.entrySet().stream()
                .map(rep -> new RepAtWork(installation, rep.getKey(), rep.getValue(), tally))
                .toList();
        this.progress = progress;
    }

    Tally play(LeadGenerator leads, double perSecond, Duration length) {
        Instant end = Instant.now().plus(length);
        try (ExecutorService people = Executors.newCachedThreadPool()) {
            List<Future<?>> working = new ArrayList<>();
            reps.forEach(rep -> working.add(people.submit(() -> work(rep, end.plus(TO_FINISH)))));
            working.add(people.submit(() -> tell(end)));
            post(leads, perSecond, end, people);
            working.forEach(PlayLive::join);
        }
        return tally;
    }

    private void post(LeadGenerator leads, double perSecond, Instant end, ExecutorService people) {
        long begin = System.nanoTime();
        for (long number = 0; Instant.now().isBefore(end); number++) {
            long due = begin + (long) (number * 1e9 / perSecond);
            Wait.pause(Duration.ofNanos(Math.max(0, due - System.nanoTime())), "the demo is broken off");
            DemoLead lead = leads.next();
            people.execute(() -> post(lead));
        }
    }

    private void post(DemoLead lead) {
        try {
            DemoApi.Answer answer = website.post("/v1/leads", LeadJson.submission(lead, Instant.now()));
            tally.count(answer.isGood() ? answer.json().get("status").asText() : "refused");
        } catch (LauncherException unanswered) {
            tally.count("refused");
        }
    }

    private static void work(RepAtWork rep, Instant until) {
        while (Instant.now().isBefore(until)) {
            rep.work();
            Wait.pause(BETWEEN_LOOKS, "the demo is broken off");
        }
    }

    private void tell(Instant until) {
        while (Instant.now().isBefore(until)) {
            Wait.pause(BETWEEN_NEWS, "the demo is broken off");
            progress.say("live", tally.toString());
        }
    }

    private static void join(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof LauncherException told) {
                throw told;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Stopped.");
        }
    }
}
