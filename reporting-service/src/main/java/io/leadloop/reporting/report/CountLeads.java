package io.leadloop.reporting.report;

import io.leadloop.agreement.AgreementDocument;
import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.http.ProblemException;
import io.leadloop.messaging.Database;
import io.leadloop.reporting.report.rules.Period;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Makes a report: days are counted in the agreement's zone, revenue in its currency. */
@ApplicationScoped
public class CountLeads {
    private final Agreements agreements;
    private final Database database;
    private final ReportStore store;

    public CountLeads(Agreements agreements, Database database, ReportStore store) {
        this.agreements = agreements;
        this.database = database;
        this.store = store;
    }

    /**
     * @param from a date or time, or {@code null}
     * @param to a date or time, not included, or {@code null}
     * @param cursor of the part before, or {@code null}
     */
    public Uni<Report> count(Dimension dimension, String from, String to, int limit, String cursor) {
        GroupCursor after = GroupCursor.decode(cursor);
        return agreements.current().chain(inForce -> {
            AgreementDocument agreement = inForce.agreement().document();
            Period period = period(from, to, agreement.zone());
            return database.transaction(tx -> store.count(tx, dimension, period, agreement.currency(), limit, after))
                    .map(counted -> new Report(period, agreement.zone(), agreement.currency(), counted));
        });
    }

    private static Period period(String from, String to, ZoneId zone) {
        Period period = new Period(instant("from", from, zone), instant("to", to, zone));
        if (period.isBackwards()) {
            throw ProblemException.invalid("to", "must not be before from");
        }
        return period;
    }

    private static Optional<Instant> instant(String field, String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Period.instant(text.strip(), zone)
                .orElseThrow(() -> ProblemException.invalid(
                        field, "must be a date such as 2026-03-02 or a time such as 2026-03-02T10:00:00Z")));
    }
}
