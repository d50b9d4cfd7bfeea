package io.leadloop.systemtests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.token.Role;
import io.leadloop.systemtests.faults.Call.Acknowledged;
import io.leadloop.systemtests.faults.judge.Entry;
import io.leadloop.systemtests.faults.judge.Ledger;
import io.leadloop.systemtests.world.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reps at work: they look what was offered, accept most of it, lose some of what they accepted, and leave every tenth offer
 * until it expires. When the day ends they answer everything.
 */
final class Reps implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 100;
    /** Each answers one offer after the other. */
    private static final int REPS = 12;

    private static final int IGNORED_OF = 10;
    private static final int LOST_OF = 5;

    private final Call.Client handoffs;
    private final Ledger ledger;
    private final Thread working;
    private volatile boolean dayEnds;
    private volatile boolean gone;

    Reps(FaultyWorld world, Ledger ledger) {
        this.handoffs = new Call.Client(
                world.installation().address(Service.HANDOFF_SERVICE),
                world.installation().token(Role.ADMIN, Map.of()));
        this.ledger = ledger;
        this.working = Thread.ofVirtual().start(this::work);
    }

    /** From now on no offer is left to expire. */
    void answerEverything() {
        dayEnds = true;
    }

    @Override
    public void close() throws InterruptedException {
        gone = true;
        working.join();
    }

    private void work() {
        try {
            while (!gone) {
                int answered = 0;
                if (handoffs.get("/v1/handoffs?state=offered&limit=" + AT_ONCE) instanceof Acknowledged page) {
                    JsonNode offers = Json.read(page.body()).get("items");
                    answer(offers);
                    answered = offers.size();
                }
                if (!dayEnds || answered < AT_ONCE) {
                    Thread.sleep(LOOK_EVERY);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(JsonNode offers) {
        try (ExecutorService hands =
                Executors.newFixedThreadPool(REPS, Thread.ofVirtual().factory())) {
            offers.forEach(offer -> {
                String id = offer.get("handoffId").asText();
                if (dayEnds || Math.floorMod(id.hashCode(), IGNORED_OF) != 0) {
                    hands.execute(() -> accept(id));
                }
            });
        }
    }

    private void accept(String id) {
        try {
            if (handoffs.post("/v1/handoffs/" + id + "/accept", "{}") instanceof Acknowledged) {
                ledger.acknowledged(new Entry(Entry.Kind.ACCEPT, id, "", "", Instant.now()));
                if (Math.floorMod(id.hashCode(), LOST_OF) == 1) {
                    Call unheeded = handoffs.post(
                            "/v1/handoffs/" + id + "/outcome", "{\"outcome\":\"lost\",\"reason\":\"NO_DECISION\"}");
                    assert unheeded != null;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
