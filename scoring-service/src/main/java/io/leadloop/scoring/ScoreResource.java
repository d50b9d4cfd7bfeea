package io.leadloop.scoring;

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
}
