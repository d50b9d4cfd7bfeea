package io.leadloop.reporting.web.others;

import static io.leadloop.reporting.web.others.AskOthers.part;

import io.leadloop.events.EventJson;
import io.leadloop.reporting.web.others.QuotaAnswers.AllMade;
import io.leadloop.reporting.web.others.QuotaAnswers.AllPromised;
import io.leadloop.reporting.web.others.QuotaAnswers.BothSides;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks sla-tracker what Marketing promised and what Sales made of it, with the user's own token. */
@ApplicationScoped
public class AskForQuotas {
    private static final String TRACKER = "sla-tracker";
    private static final int MOST = 200;

    private final SlaClient sla;

    public AskForQuotas(@RestClient SlaClient sla) {
        this.sla = sla;
    }

    /**
     * @param authorization the user's own header
     * @param month for example {@code 2026-03}
     */
    public Uni<BothSides> ask(String authorization, String month) {
        return Uni.combine()
                .all()
                .unis(
                        part(
                                TRACKER,
                                sla.quotas(authorization, month, MOST),
                                json -> EventJson.read(json, AllPromised.class).items()),
                        part(
                                TRACKER,
                                sla.salesSide(authorization, month, MOST),
                                json -> EventJson.read(json, AllMade.class).items()))
                .asTuple()
                .map(both -> new BothSides(both.getItem1(), both.getItem2()));
    }
}
