package io.leadloop.reporting.web;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.messaging.Database;
import io.leadloop.reporting.funnel.FunnelStore;
import io.leadloop.reporting.funnel.rules.FunnelLead;
import io.leadloop.reporting.lead.LeadItem;
import io.leadloop.reporting.timeline.TimelineItem;
import io.leadloop.reporting.timeline.TimelineStore;
import io.leadloop.reporting.web.others.AskOthers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.ZoneId;
import java.util.UUID;

/** Puts together a lead's page: the own timeline, and what the other services tell this user. */
@ApplicationScoped
public class ShowLead {
    private static final int ENTRIES = 100;

    private final Agreements agreements;
    private final Database database;
    private final FunnelStore leads;
    private final TimelineStore timelines;
    private final AskOthers askOthers;

    public ShowLead(
            Agreements agreements, Database database, FunnelStore leads, TimelineStore timelines, AskOthers askOthers) {
        this.agreements = agreements;
        this.database = database;
        this.leads = leads;
        this.timelines = timelines;
        this.askOthers = askOthers;
    }

    private record Known(LeadItem lead, Page<TimelineItem> timeline) {}

    Uni<LeadView> show(UUID leadId, String cursor, String authorization) {
        PageRequest asked = PageRequest.of(null, cursor);
        PageRequest page = new PageRequest(ENTRIES, asked.after());
        return agreements.current().chain(inForce -> {
            ZoneId zone = inForce.agreement().document().zone();
            return known(leadId, page)
                    .chain(known -> askOthers
                            .about(leadId, authorization)
                            .map(dossier -> new LeadPage(zone).view(known.lead(), known.timeline(), dossier)));
        });
    }

    private Uni<Known> known(UUID leadId, PageRequest page) {
        return database.transaction(tx -> leads.find(tx, leadId)
                .map(lead -> lead.orElseGet(() -> FunnelLead.unknown(leadId)))
                .chain(lead -> timelines
                        .newest(tx, leadId, page)
                        .map(timeline -> new Known(LeadItem.of(lead), timeline))
                        .invoke(known -> {
                            if (known.timeline().items().isEmpty() && page.after() == null) {
                                throw new NotFoundException();
                            }
                        })));
    }
}
