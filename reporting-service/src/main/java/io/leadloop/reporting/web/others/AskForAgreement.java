package io.leadloop.reporting.web.others;

import static io.leadloop.reporting.web.others.AskOthers.part;

import io.leadloop.events.EventJson;
import io.leadloop.reporting.web.others.AgreementAnswers.Current;
import io.leadloop.reporting.web.others.AgreementAnswers.Draft;
import io.leadloop.reporting.web.others.AgreementAnswers.Papers;
import io.leadloop.reporting.web.others.AgreementAnswers.Versions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks sla-tracker for the agreement and what is to follow it, with the user's own token. */
@ApplicationScoped
public class AskForAgreement {
    private static final String TRACKER = "sla-tracker";
    private static final int VERSIONS = 20;

    private final SlaClient sla;

    public AskForAgreement(@RestClient SlaClient sla) {
        this.sla = sla;
    }

    /** @param authorization the user's own header */
    public Uni<Papers> ask(String authorization) {
        return Uni.combine()
                .all()
                .unis(
                        part(TRACKER, sla.currentAgreement(authorization), json -> EventJson.read(json, Current.class)),
                        part(TRACKER, sla.draft(authorization), json -> EventJson.read(json, Draft.class)),
                        part(
                                TRACKER,
                                sla.agreements(authorization, VERSIONS),
                                json -> EventJson.read(json, Versions.class).items()))
                .asTuple()
                .map(all -> new Papers(all.getItem1(), all.getItem2(), all.getItem3()));
    }
}
