package io.leadloop.sla.agreement;

import io.leadloop.agreement.AgreementSchema;
import io.leadloop.agreement.inforce.AgreementStore;
import io.leadloop.events.AgreementEvent.AgreementSigned;
import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.messaging.Database;
import io.leadloop.sla.CursorId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What was signed, readable by everybody whom it binds. */
@Path("/v1/agreements")
@ApplicationScoped
@RolesAllowed({Roles.MARKETING, Roles.SALES, Roles.MANAGER, Roles.OPS, Roles.ADMIN})
@Cancellable(false)
public class AgreementsResource {
    private final Database database;
    private final AgreementStore store;

    AgreementsResource(Database database, AgreementStore store) {
        this.database = database;
        this.store = store;
    }

    @GET
    @Path("/current")
    @Operation(summary = "The agreement in force", description = "With its YAML text and its signatures.")
    public Uni<SignedAgreement> current() {
        return database.transaction(tx -> store.inForce(tx)
                .map(version -> version.orElseThrow(() -> ProblemException.notFound("No agreement is in force yet.")))
                .chain(version -> find(tx, version)));
    }

    @GET
    @Path("/{version}")
    @Operation(summary = "One version", description = "With its YAML text and its signatures.")
    @APIResponse(responseCode = "404", description = "No such version was signed")
    public Uni<SignedAgreement> version(@PathParam("version") int version) {
        return database.transaction(tx -> find(tx, version));
    }

    @GET
    @Operation(
            summary = "All signed agreements, newest first",
            description = "Without their texts. state: to_come, in_force, or replaced.")
    public Uni<Page<AgreementSummary>> all(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        int before = page.from()
                .map(after -> (int) Math.clamp(CursorId.number(after), 0, Integer.MAX_VALUE))
                .orElse(Integer.MAX_VALUE);
        return database.transaction(tx -> store.inForce(tx)
                .chain(inForce -> store.newest(tx, before, page.limit() + 1)
                        .map(rows -> Page.of(
                                rows,
                                page.limit(),
                                AgreementsResource::cursor,
                                signed -> AgreementSummary.of(signed, inForce.orElse(0))))));
    }

    @GET
    @Path("/schema")
    @Produces("application/schema+json")
    @Operation(summary = "JSON Schema of the document", description = "For editors that complete and check.")
    public String schema() {
        return AgreementSchema.text();
    }

    private Uni<SignedAgreement> find(Mutiny.StatelessSession tx, int version) {
        return store.find(tx, List.of(version))
                .map(found -> found.stream()
                        .findFirst()
                        .map(SignedAgreement::of)
                        .orElseThrow(() -> ProblemException.notFound("Version " + version + " was never signed.")));
    }

    private static Cursor cursor(AgreementSigned agreement) {
        return new Cursor(agreement.occurredAt(), Integer.toString(agreement.version()));
    }
}
