package io.leadloop.sla.clock;

import io.leadloop.events.Clock;
import io.leadloop.http.Caller;
import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.messaging.Database;
import io.leadloop.sla.Sight;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The clocks: a rep sees its own, a manager the team's. */
@Path("/v1/clocks")
@ApplicationScoped
@RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Cancellable(false)
public class ClocksResource {
    private static final Set<String> STATES = Set.of("running", "warned", "paused", "met", "breached", "cancelled");

    private static final int LONGEST_NAME = 40;

    private final Database database;
    private final ClockQueries queries;
    private final Caller caller;

    ClocksResource(Database database, ClockQueries queries, Caller caller) {
        this.database = database;
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Clocks, newest first")
    public Uni<Page<Clock>> clocks(
            @QueryParam("leadId") String leadId,
            @Parameter(description = "running, warned, paused, met, breached or cancelled") @QueryParam("state")
                    String state,
            @Parameter(description = "The agreement's name of it, for example acceptance") @QueryParam("clock")
                    String clock,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        ClockQueries.Wanted wanted =
                new ClockQueries.Wanted(Sight.of(caller), lead(leadId), state(state), clock(clock), page);
        return database.transaction(tx -> queries.newest(tx, wanted))
                .map(rows -> Page.of(
                        rows,
                        page.limit(),
                        row -> new Cursor(row.startedAt, row.clockId.toString()),
                        ClockRow::asTold));
    }

    private static UUID lead(String leadId) {
        try {
            return leadId == null || leadId.isEmpty() ? null : UUID.fromString(leadId);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.invalid("leadId", "must be a lead's id, a UUID");
        }
    }

    private static String clock(String clock) {
        if (clock != null && clock.length() > LONGEST_NAME) {
            throw ProblemException.invalid("clock", "must be a name of the agreement, at most 40 characters");
        }
        return clock == null || clock.isEmpty() ? null : clock;
    }

    private static String state(String state) {
        if (state == null || state.isEmpty() || STATES.contains(state)) {
            return state == null || state.isEmpty() ? null : state;
        }
        throw ProblemException.invalid("state", "must be one of running, warned, paused, met, breached, cancelled");
    }
}
