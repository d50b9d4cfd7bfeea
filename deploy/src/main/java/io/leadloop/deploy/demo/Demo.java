package io.leadloop.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadloop.deploy.Installation;
import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.Progress;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.token.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plays generated leads to a running installation. Who calls chooses the seed, and gets the same leads for the same one. */
public final class Demo {
    private final Installation installation;
    private final Progress progress;
    private final long seed;

    public Demo(Installation installation, long seed, Progress progress) {
        this.installation = installation;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * The quarter before a day, as history. The same again changes nothing.
     *
     * @param leads how many submissions
     */
    public void history(LocalDate today, int leads) {
        new PlayHistory(installation, progress)
                .play(new PastQuarter(seed, today, List.copyOf(reps().keySet())).leads(leads));
    }

    /**
     * Leads of now, with reps who answer.
     *
     * @return what was done, for people
     */
    public String live(double perSecond, Duration length) {
        // Others than those of the quarter, or nobody would be new.
        LeadGenerator leads = new LeadGenerator(seed + 1_000_003);
        return new PlayLive(installation, reps(), progress)
                .play(leads, perSecond, length)
                .toString();
    }

    /** Active reps and their teams. */
    private Map<String, String> reps() {
        DemoApi handoff = new DemoApi(installation, Service.HANDOFF_SERVICE, Role.ADMIN, Map.of("sub", "demo"));
        Map<String, String> teams = new LinkedHashMap<>();
        for (JsonNode rep :
                handoff.expectGood("/v1/reps", handoff.get("/v1/reps")).json().get("items")) {
            if (rep.path("active").asBoolean()) {
                teams.put(rep.get("repId").asText(), rep.path("teamId").asText());
            }
        }
        if (teams.isEmpty()) {
            throw new LauncherException("There is no active rep who could take a lead: POST one to "
                    + installation.address(Service.HANDOFF_SERVICE) + "/v1/reps first.");
        }
        return teams;
    }
}
