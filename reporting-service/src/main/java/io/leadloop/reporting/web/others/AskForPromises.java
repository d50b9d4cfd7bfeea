package io.leadloop.reporting.web.others;

import static io.leadloop.reporting.web.others.AskOthers.part;

import io.leadloop.events.Clock;
import io.leadloop.events.EventJson;
import io.leadloop.events.QuotaState;
import io.leadloop.reporting.web.others.PromiseAnswers.Alert;
import io.leadloop.reporting.web.others.PromiseAnswers.Alerts;
import io.leadloop.reporting.web.others.PromiseAnswers.Danger;
import io.leadloop.reporting.web.others.PromiseAnswers.Month;
import io.leadloop.reporting.web.others.PromiseAnswers.Months;
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
        Uni<Part<List<Month>>> behind = part(
                TRACKER,
                sla.quotas(authorization, null, MOST),
                json -> EventJson.read(json, Months.class).items().stream()
                        .filter(month -> month.state() == QuotaState.WARNED && month.delivered() < month.expected())
                        .toList());
        return Uni.combine()
                .all()
                .unis(warned, behind, alerts(authorization, "breached"), alerts(authorization, "missed"))
                .asTuple()
                .map(all -> new Danger(all.getItem1(), all.getItem2(), all.getItem3(), all.getItem4()));
    }

    private Uni<Part<List<Alert>>> alerts(String authorization, String kind) {
        return part(
                TRACKER,
                sla.alertsOfKind(authorization, kind, MOST),
                json -> EventJson.read(json, Alerts.class).items());
    }
}
