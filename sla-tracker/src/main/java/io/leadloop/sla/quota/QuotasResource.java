package io.leadloop.sla.quota;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.agreement.workingtime.WorkingCalendar;
import io.leadloop.http.Caller;
import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.messaging.Database;
import io.leadloop.sla.CursorId;
import io.leadloop.sla.Sight;
import io.leadloop.sla.quota.rules.QuotaMonth;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What Marketing promised Sales, and what Sales made of it. A rep sees its own part, a manager the team's. */
@Path("/v1/quotas")
@ApplicationScoped
@RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Cancellable(false)
public class QuotasResource {
    private static final Set<String> PARTS = Set.of("all", "persona", "grade", "rep");
    private static final int LONGEST_VALUE = 200;

    private final Database database;
    private final Agreements agreements;
    private final ShowQuotas showQuotas;
    private final QuotaStore store;
    private final SalesStore sales;
    private final Caller caller;

    QuotasResource(
            Database database,
            Agreements agreements,
            ShowQuotas showQuotas,
            QuotaStore store,
            SalesStore sales,
            Caller caller) {
        this.database = database;
        this.agreements = agreements;
        this.showQuotas = showQuotas;
        this.store = store;
        this.sales = sales;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Promised, delivered, expected by now and forecast, newest month first",
            description = "Delivered are MQLs that Sales did not reject as not workable.")
    public Uni<Page<QuotaAnswer>> quotas(
            @Parameter(description = "For example 2026-03; all months without it") @QueryParam("month") String month,
            @Parameter(description = "all, persona, grade or rep") @QueryParam("part") String part,
            @Parameter(description = "Which persona, grade or rep") @QueryParam("value") String value,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return showQuotas.page(
                new QuotaStore.Wanted(Sight.of(caller), text(month(month)), part(part), value(value), page));
    }

    @GET
    @Path("/sales")
    @Operation(
            summary = "What Sales made of the hand-offs of a month: accepted in time, attempts made; by team and rep")
    public Uni<Page<SalesAnswer>> sales(
            @Parameter(description = "For example 2026-03; this month without it") @QueryParam("month") String month,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        YearMonth wanted = month(month);
        Sight sight = Sight.of(caller);
        return agreements
                .current()
                .map(inForce -> inForce.agreement().document().zone())
                .chain(zone -> database.transaction(tx -> store.now(tx).chain(now -> {
                    QuotaMonth span = span(wanted, zone, now);
                    return sales.count(tx, span, sight).map(rows -> part(rows, page, span));
                })));
    }

    private static QuotaMonth span(YearMonth wanted, ZoneId zone, Instant now) {
        return QuotaMonth.of(wanted == null ? YearMonth.from(now.atZone(zone)) : wanted, zone, WorkingCalendar.ALWAYS);
    }

    /** The rows are few, one a rep: they are counted together and shown in parts. */
    private static Page<SalesAnswer> part(List<SalesAnswer> rows, PageRequest page, QuotaMonth span) {
        int from = page.from()
                .map(after -> (int) Math.clamp(CursorId.number(after), 0L, rows.size()))
                .orElse(0);
        int until = Math.min(rows.size(), from + page.limit());
        return new Page<>(
                rows.subList(from, until),
                until < rows.size() ? new Cursor(span.from(), Integer.toString(until)).encode() : null);
    }

    private static YearMonth month(String month) {
        try {
            return month == null || month.isEmpty() ? null : YearMonth.parse(month);
        } catch (DateTimeException notAMonth) {
            throw ProblemException.invalid("month", "must be a month, for example 2026-03");
        }
    }

    private static String text(YearMonth month) {
        return month == null ? null : month.toString();
    }

    private static String part(String part) {
        if (part == null || part.isEmpty() || PARTS.contains(part)) {
            return part == null || part.isEmpty() ? null : part;
        }
        throw ProblemException.invalid("part", "must be one of all, persona, grade, rep");
    }

    private static String value(String value) {
        if (value != null && value.length() > LONGEST_VALUE) {
            throw ProblemException.invalid("value", "must be a persona, a grade or a rep, at most 200 characters");
        }
        return value == null || value.isEmpty() ? null : value;
    }
}
