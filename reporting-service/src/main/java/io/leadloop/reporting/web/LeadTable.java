package io.leadloop.reporting.web;

import io.leadloop.reporting.lead.LeadItem;
import java.time.ZoneId;
import java.util.List;

/**
 * Leads as a table.
 *
 * @param next address of the next part, or empty
 */
public record LeadTable(String caption, List<Line> lines, String next) {

    /** @param label the company, or the end of the id where no company is known */
    public record Line(
            String leadId,
            String label,
            boolean known,
            Moment captured,
            String stage,
            String grade,
            String source,
            String campaign,
            String rep,
            String amount) {}

    static LeadTable of(String caption, List<LeadItem> leads, ZoneId zone, String next) {
        return new LeadTable(
                caption, leads.stream().map(lead -> line(lead, zone)).toList(), next);
    }

    private static Line line(LeadItem lead, ZoneId zone) {
        return new Line(
                lead.leadId().toString(),
                label(lead),
                lead.company() != null,
                new Moment(lead.capturedAt(), zone),
                lead.stage(),
                Wording.orNothing(lead.grade()),
                Wording.orNothing(lead.source()),
                Wording.orNothing(lead.campaign()),
                Wording.orNothing(lead.repId()),
                lead.amount() == null
                        ? Wording.NOTHING
                        : Wording.money(lead.amount().amount().toPlainString()) + " "
                                + lead.amount().currency());
    }

    static String label(LeadItem lead) {
        String id = lead.leadId().toString();
        return lead.company() == null ? "Lead …" + id.substring(id.length() - 6) : lead.company();
    }
}
