package io.leadloop.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.leadloop.deploy.Installation;
import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.Progress;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.process.Wait;
import io.leadloop.deploy.token.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Plays a quarter as history: the leads by file to intake, what they did to intake, outcomes by file to hand-off. Wakes no rep and
 * no clock.
 */
final class PlayHistory {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int ACTIVITIES_AT_ONCE = 100;

    private final DemoApi intake;
    private final DemoApi handoff;
    private final Progress progress;

    PlayHistory(Installation installation, Progress progress) {
        this.intake = new DemoApi(installation, Service.LEAD_INTAKE, Role.ADMIN, Map.of("sub", "demo"));
        this.handoff = new DemoApi(installation, Service.HANDOFF_SERVICE, Role.ADMIN, Map.of("sub", "demo"));
        this.progress = progress;
    }

    void play(List<PastLead> quarter) {
        String leads = intake.importFile(PastFiles.leadsMapping(), PastFiles.leads(quarter));
        String outcomes = handoff.importFile(PastFiles.outcomesMapping(), PastFiles.outcomes(quarter));
        await("leads", intake, leads);
        int activities = postActivities(quarter);
        progress.say("activities", activities + " recorded");
        await("outcomes", handoff, outcomes);
    }

    private int postActivities(List<PastLead> quarter) {
        int posted = 0;
        ArrayNode list = LeadJson.list();
        for (PastLead past : quarter) {
            LeadJson.addActivities(list, past.lead(), past.capturedAt());
            if (list.size() > ACTIVITIES_AT_ONCE - 10) {
                posted += post(list);
                list = LeadJson.list();
            }
        }
        return posted + (list.isEmpty() ? 0 : post(list));
    }

    private int post(ArrayNode list) {
        intake.expectGood("/v1/activities", intake.post("/v1/activities", list.toString()));
        return list.size();
    }

    /** Waits until every row is done; a row that was refused would be a defect of the generator. */
    private void await(String what, DemoApi api, String importId) {
        Instant limit = Instant.now().plus(LONGEST);
        String path = "/v1/imports/" + importId;
        JsonNode status = api.expectGood(path, api.get(path)).json();
        while (!status.get("state").asText().equals("completed")) {
            progress.say(what, rows(status));
            if (Instant.now().isAfter(limit)) {
                throw new LauncherException("The import of " + what + " takes too long. Look at ./leadloop status");
            }
            Wait.pause(Duration.ofSeconds(1), "the demo is broken off");
            status = api.expectGood(path, api.get(path)).json();
        }
        progress.say(what, rows(status) + ", done");
    }

    private static String rows(JsonNode status) {
        JsonNode rows = status.get("rows");
        int refused = rows.path("refused").asInt();
        return "%d of %d imported%s%s"
                .formatted(
                        rows.path("imported").asInt(),
                        rows.path("total").asInt(),
                        rows.path("skipped").asInt() > 0
                                ? ", " + rows.path("skipped").asInt() + " were known"
                                : "",
                        refused > 0 ? ", " + refused + " refused" : "");
    }
}
