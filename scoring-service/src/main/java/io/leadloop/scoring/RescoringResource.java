package io.leadloop.scoring;

import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.messaging.Database;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What an agreement that came into force has done to the scores so far. */
@Path("/v1/rescoring")
@Produces(MediaType.APPLICATION_JSON)
public class RescoringResource {
    private final Database database;
    private final RescoringStore store;

    RescoringResource(Database database, RescoringStore store) {
        this.database = database;
        this.store = store;
    }

    @GET
    @RolesAllowed({Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
    @Cancellable(false)
    @Operation(
            summary = "Agreements that came into force, newest first, and how far open leads have been scored by them",
            description = "Closed leads keep the score they had.")
    public Uni<Page<Rescoring>> all(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        int before = page.from().map(RescoringResource::version).orElse(Integer.MAX_VALUE);
        return database.transaction(tx -> store.newest(tx, before, page.limit() + 1))
                .map(rows -> Page.of(
                        rows,
                        page.limit(),
                        row -> new Cursor(row.startedAt, Integer.toString(row.agreementVersion)),
                        Rescoring::of));
    }

    private static int version(Cursor cursor) {
        try {
            return Integer.parseInt(cursor.id());
        } catch (NumberFormatException notOurs) {
            throw ProblemException.invalid("cursor", "is not one that this list gave; start again without it");
        }
    }
}
