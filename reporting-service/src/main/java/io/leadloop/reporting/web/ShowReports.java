package io.leadloop.reporting.web;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.messaging.Database;
import io.leadloop.reporting.funnel.Freshness;
import io.leadloop.reporting.funnel.FunnelStore;
import io.leadloop.reporting.lead.LeadItem;
import io.leadloop.reporting.report.CountLeads;
import io.leadloop.reporting.report.Dimension;
import io.leadloop.reporting.report.Figures;
import io.leadloop.reporting.report.Report;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;

/** Puts together what the overview and the list pages show. */
@ApplicationScoped
public class ShowReports {
    private static final int SOURCES = 20;
    private static final int TOP_CAMPAIGNS = 10;
    private static final int CAMPAIGNS = 100;
    private static final int NEWEST_LEADS = 10;
    private static final String OVER_ALL = "By first touch, the most leads first";

    private final CountLeads countLeads;
    private final Agreements agreements;
    private final Database database;
    private final FunnelStore leads;
    private final Freshness freshness;

    public ShowReports(
            CountLeads countLeads, Agreements agreements, Database database, FunnelStore leads, Freshness freshness) {
        this.countLeads = countLeads;
        this.agreements = agreements;
        this.database = database;
        this.leads = leads;
        this.freshness = freshness;
    }

    Uni<OverviewView> overview(PeriodQuery period) {
        return countLeads
                .count(Dimension.SOURCE, period.from(), period.to(), SOURCES, null)
                .chain(sources -> countLeads
                        .count(Dimension.CAMPAIGN, period.from(), period.to(), TOP_CAMPAIGNS, null)
                        .chain(campaigns -> newest(new PageRequest(NEWEST_LEADS, null))
                                .map(newest -> overview(period, sources, campaigns, newest))));
    }

    private static OverviewView overview(PeriodQuery period, Report sources, Report campaigns, Page<LeadItem> newest) {
        Figures total = sources.counted().total();
        return new OverviewView(
                period.from(),
                period.to(),
                period.text(),
                period.query(),
                sources.zone().getId(),
                FunnelFigure.of(total),
                new OverviewView.Headline(
                        Wording.money(total.revenue()),
                        sources.currency(),
                        total.otherRevenue().isEmpty() ? "" : GroupTable.other(total.otherRevenue()),
                        Wording.decimal(total.wonRatePercent()),
                        Wording.decimal(total.medianDaysToWon())),
                GroupTable.of("Source", OVER_ALL, sources, ""),
                GroupTable.of("Campaign", OVER_ALL, campaigns, ""),
                LeadTable.of("The last leads that were captured", newest.items(), sources.zone(), ""));
    }

    Uni<GroupTable> campaigns(PeriodQuery period, String cursor) {
        return countLeads
                .count(Dimension.CAMPAIGN, period.from(), period.to(), CAMPAIGNS, cursor)
                .map(report -> GroupTable.of(
                        "Campaign",
                        OVER_ALL,
                        report,
                        report.counted()
                                .nextCursor()
                                .map(next -> "/campaigns" + period.with("cursor", next))
                                .orElse("")));
    }

    Uni<LeadTable> leads(String cursor) {
        PageRequest page = PageRequest.of(null, cursor);
        return agreements.current().chain(inForce -> {
            ZoneId zone = inForce.agreement().document().zone();
            return newest(page)
                    .map(found -> LeadTable.of(
                            "The one captured last comes first",
                            found.items(),
                            zone,
                            Optional.ofNullable(found.nextCursor())
                                    .map(next ->
                                            "/leads" + PeriodQuery.of("", "").with("cursor", next))
                                    .orElse("")));
        });
    }

    private Uni<Page<LeadItem>> newest(PageRequest page) {
        return database.transaction(tx -> leads.newest(tx, page))
                .map(found ->
                        new Page<>(found.items().stream().map(LeadItem::of).toList(), found.nextCursor()));
    }

    /** For the foot of every page. */
    Uni<String> freshness() {
        return agreements.current().chain(inForce -> {
            ZoneId zone = inForce.agreement().document().zone();
            return database.transaction(freshness::newest)
                    .map(newest -> newest.map(at -> "The newest event in these numbers was recorded on "
                                    + new Moment(at, zone).seconds() + " (" + zone.getId() + ").")
                            .orElse("No event has arrived yet."));
        });
    }
}
