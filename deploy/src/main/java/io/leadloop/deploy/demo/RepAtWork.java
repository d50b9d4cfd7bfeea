package io.leadloop.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.token.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A rep with a token of the own: answers what is offered, tries to reach the lead, says what became of it. */
final class RepAtWork {
    /** Of a capacity of 50 in the default agreement, so that new leads find room. */
    private static final int MOST_LEFT_OPEN = 12;

    private static final int MOST_IGNORED = 5;

    private final DemoApi handoffs;
    private final Tally tally;

    RepAtWork(Installation installation, String repId, String teamId, Tally tally) {
        this.handoffs = new DemoApi(
                installation,
                Service.HANDOFF_SERVICE,
                Role.SALES,
                Map.of("repId", repId, "teamId", teamId, "sub", repId));
        this.tally = tally;
    }

    /** One look at the own list, one step for each hand-off on it. */
    void work() {
        int ignored = 0;
        for (JsonNode offer : mine("offered")) {
            String id = offer.get("handoffId").asText();
            switch (RepHabits.answer(id)) {
                case REJECT -> step(id, "reject", RepHabits.rejection(id), "rejected");
                case ACCEPT -> step(id, "accept", "{}", "accepted");
                case IGNORE -> {
                    if (++ignored > MOST_IGNORED) {
                        step(id, "accept", "{}", "accepted");
                    }
                }
            }
        }
        int open = 0;
        for (JsonNode mine : mine("accepted")) {
            String id = mine.get("handoffId").asText();
            int attempts = mine.get("attempts").asInt();
            if (attempts < RepHabits.attempts(id)) {
                step(id, "attempts", RepHabits.attempt(id, attempts), "attempts");
            } else if (!RepHabits.staysOpen(id) || ++open > MOST_LEFT_OPEN) {
                String outcome = RepHabits.outcome(id);
                step(id, "outcome", outcome, outcome.replaceFirst(".*?: \"(\\w+)\".*", "$1"));
            }
        }
    }

    private List<JsonNode> mine(String state) {
        String path = "/v1/handoffs?limit=200&state=" + state;
        List<JsonNode> mine = new ArrayList<>();
        handoffs.expectGood(path, handoffs.get(path)).json().get("items").forEach(mine::add);
        return mine;
    }

    /** Somebody else, or the clock, may have been first: then there is nothing to do. */
    private void step(String handoffId, String what, String body, String counted) {
        if (handoffs.post("/v1/handoffs/" + handoffId + "/" + what, body).isGood()) {
            tally.count(counted);
        }
    }
}
