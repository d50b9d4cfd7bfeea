package io.leadloop.reconciliation;

import io.leadloop.http.Roles;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What this service says of itself. At reporting-service the same address compares all services. */
@Path("/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@IfBuildProperty(name = "leadloop.reconciliation.compares", stringValue = "false", enableIfMissing = true)
@Tag(name = "Reconciliation")
public class OwnBooksResource {
    private final Books books;

    OwnBooksResource(Books books) {
        this.books = books;
    }

    @GET
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Cancellable(false)
    @Operation(
            summary = "This service's own counts by state",
            description = "The ids behind a number: GET /v1/reconciliation/accounts/{account}?state=…"
                    + " All services compared: the same address at reporting-service.")
    public Uni<OwnBooks> own() {
        return books.own();
    }
}
