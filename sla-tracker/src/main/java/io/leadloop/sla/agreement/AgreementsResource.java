package io.leadloop.sla.agreement;

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
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What was signed, readable by everybody whom it binds. */
@Path("/v1/agreements")
@ApplicationScoped
@RolesAllowed({Roles.MARKETING, Roles.SALES, Roles.MANAGER, Roles.OPS, Roles.ADMIN})
@Cancellable(false)
public class AgreementsResource {
    private static final String IN_FORCE =
            "select version from agreement where in_force_from <= now() order by version desc limit 1";

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
        return database.transaction(tx -> inForce(tx)
                .chain(version -> store.all(tx)
                        .map(signed -> signed.stream()
                                .filter(agreement -> version.contains(agreement.version()))
                                .map(SignedAgreement::of)
                                .findFirst()
                                .orElseThrow(() -> ProblemException.notFound("No agreement is in force yet.")))));
    }

    @GET
    @Operation(summary = "All signed agreements, newest first")
    public Uni<Page<SignedAgreement>> all(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return database.transaction(store::all)
                .map(signed -> signed.stream()
                        .filter(agreement -> page.from()
                                .map(after -> agreement.version() < CursorId.number(after))
                                .orElse(true))
                        .limit(page.limit() + 1L)
                        .toList())
                .map(rows -> Page.of(rows, page.limit(), AgreementsResource::cursor, SignedAgreement::of));
    }

    private static Uni<List<Integer>> inForce(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(IN_FORCE, Integer.class).getResultList();
    }

    private static Cursor cursor(AgreementSigned agreement) {
        return new Cursor(agreement.occurredAt(), Integer.toString(agreement.version()));
    }
}
