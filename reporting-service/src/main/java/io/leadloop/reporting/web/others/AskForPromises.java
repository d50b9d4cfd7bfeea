package io.leadloop.reporting.web.others;

import static io.leadloop.reporting.web.others.AskOthers.part;

import io.leadloop.events.Clock;
import io.leadloop.events.EventJson;
import io.leadloop.reporting.web.others.PromiseAnswers.Alert;
import io.leadloop.reporting.web.others.PromiseAnswers.Alerts;
import io.leadloop.reporting.web.others.PromiseAnswers.Danger;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks sla-tracker which promises are about to break or broke, with the user's own token. */
@ApplicationScoped
public class AskForPromises {
    private static final String TRACKER = "sla-tracker";
    private static final int MOST = 200;

    private final SlaClient sla;

    public AskForPromises(@RestClient SlaClient sla) {
        this.sla = sla;
    }

    /** @param authorization the user's own header */
    public Uni<Danger> ask(String authorization) {
        Uni<Part<List<Clock>>> warned = part(
                TRACKER,
                sla.clocksInState(authorization, "warned", MOST),
                json -> EventJson.read(json, Answers.Clocks.class).items());
        Uni<Part<List<Alert>>> alerts = part(
                TRACKER,
                sla.alerts(authorization, MOST),
                json -> EventJson.read(json, Alerts.class).items());
        return Uni.combine()
                .all()
                .unis(warned, alerts)
                .asTuple()
                .map(all -> new Danger(all.getItem1(), all.getItem2()));
    }
}
