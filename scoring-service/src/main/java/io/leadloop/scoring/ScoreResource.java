package io.leadloop.scoring;

import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.messaging.Database;
import io.leadloop.scoring.learned.ExpectOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Scores with their reasons, for everybody who works with leads; a web form may only create. */
@Path("/v1/scores")
@Produces(MediaType.APPLICATION_JSON)
public class ScoreResource {
    private final Database database;
    private final ScoreStore store;
    private final ExpectOutcome expectOutcome;

    ScoreResource(Database database, ScoreStore store, ExpectOutcome expectOutcome) {
        this.database = database;
        this.store = store;
        this.expectOutcome = expectOutcome;
    }

    @GET
    @Path("/{leadId}")
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
    @Cancellable(false)
    @Operation(
            summary = "A lead's score and why",
            description =
                    "Fit, interest, grade, persona, what the agreement makes of it, every line that counts, and as advice"
                            + " what the learned model expects of it.")
    @APIResponse(responseCode = "200", description = "The score")
    @APIResponse(responseCode = "404", description = "No lead of this id has been scored")
    public Uni<LeadScore> score(@PathParam("leadId") UUID leadId) {
        return database.transaction(tx -> store.find(tx, leadId)
                .map(row -> Optional.ofNullable(row)
                        .filter(known -> known.score != null && known.lead != null)
                        .orElseThrow(() -> ProblemException.notFound("No lead " + leadId
                                + " has been scored. A lead that was just captured takes a moment: try again.")))
                .chain(row -> store.now(tx)
                        .chain(now -> expectOutcome.of(tx, leadId, row.lead().orElseThrow(), row.score(), now))
                        .map(learned -> LeadScore.of(row, row.score().orElseThrow(), learned))));
    }

    @GET
    @Path("/{leadId}/history")
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
    @Cancellable(false)
    @Operation(
            summary = "How a lead's score has changed, newest first",
            description =
                    "Each change with its reasons (activity, profile, decay, rule_expired, agreement, reopened) and the"
                            + " lines that differ from the score before.")
    @APIResponse(responseCode = "200", description = "The changes; none for a lead that has not been scored")
    public Uni<Page<ScoreChange>> history(
            @PathParam("leadId") UUID leadId, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        long before = page.from().map(ScoreResource::version).orElse(Long.MAX_VALUE);
        return database.transaction(tx -> store.history(tx, leadId, before, page.limit() + 1))
                .map(rows -> Page.of(
                        rows,
                        page.limit(),
                        row -> new Cursor(row.changedAt, Long.toString(row.scoreVersion)),
                        ScoreChange::of));
    }

    private static long version(Cursor cursor) {
        try {
            return Long.parseLong(cursor.id());
        } catch (NumberFormatException notOurs) {
            throw ProblemException.invalid("cursor", "is not one that this list gave; start again without it");
        }
    }
}
