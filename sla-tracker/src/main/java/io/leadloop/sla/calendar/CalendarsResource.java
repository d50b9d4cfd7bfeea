package io.leadloop.sla.calendar;

import io.leadloop.agreement.CalendarRule;
import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.Roles;
import io.leadloop.sla.CursorId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The calendars in force, and what a promise in one would mean. */
@Path("/v1/calendars")
@ApplicationScoped
@RolesAllowed({Roles.MARKETING, Roles.SALES, Roles.MANAGER, Roles.OPS, Roles.ADMIN})
@Cancellable(false)
public class CalendarsResource {
    private final Agreements agreements;

    CalendarsResource(Agreements agreements) {
        this.agreements = agreements;
    }

    /** With its place in the agreement. */
    private record Placed(int place, CalendarRule rule) {}

    @GET
    @Operation(summary = "The calendars of the agreement in force", description = "In its order.")
    public Uni<Page<CalendarView>> calendars(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        long after = page.from().map(CursorId::number).orElse(-1L);
        return agreements
                .current()
                .map(inForce -> Page.of(
                        placed(inForce).stream()
                                .filter(calendar -> calendar.place() > after)
                                .limit(page.limit() + 1L)
                                .toList(),
                        page.limit(),
                        calendar -> new Cursor(inForce.from(), Integer.toString(calendar.place())),
                        calendar -> CalendarView.of(calendar.rule(), inForce.version())));
    }

    private static List<Placed> placed(InForce inForce) {
        List<CalendarRule> rules = inForce.agreement().document().calendars();
        return IntStream.range(0, rules.size())
                .mapToObj(place -> new Placed(place, rules.get(place)))
                .toList();
    }

    @POST
    @Path("/preview")
    @Operation(
            summary = "What a promise would mean",
            description =
                    "With within: when it is due, and the working time until then. With to: how much working time lies between.")
    public Uni<PreviewAnswer> preview(@Valid @NotNull PreviewRequest request) {
        return agreements
                .current()
                // Holidays of a country that nobody asked for yet are read from a file.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(inForce ->
                        PreviewPromise.answer(request, inForce.agreement().calendars()));
    }
}
