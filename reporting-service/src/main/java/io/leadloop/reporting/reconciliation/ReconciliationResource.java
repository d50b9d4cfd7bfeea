package io.leadloop.reporting.reconciliation;

import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.reconciliation.rules.Difference;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** All services compared. */
@Path("/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPS, Roles.ADMIN})
@Cancellable(false)
@Tag(name = "Reconciliation")
public class ReconciliationResource {
    private final CompareServices compareServices;

    public ReconciliationResource(CompareServices compareServices) {
        this.compareServices = compareServices;
    }

    @GET
    @Operation(
            summary = "Do all services know the same of every lead?",
            description =
                    "Accepted leads = open + closed + quarantined + merged + erased + in flight (younger than 60 s), at"
                            + " each service; so for scores, hand-offs, clocks and outcomes. Reads all books: a minute at a million"
                            + " leads.")
    public Uni<Reconciliation> all(@Parameter(hidden = true) @HeaderParam("Authorization") String authorization) {
        return compareServices.all(authorization);
    }

    @GET
    @Path("/equations/{equation}")
    @Operation(summary = "The ids behind the difference of one equation")
    @APIResponse(responseCode = "200", description = "What the two services do not keep alike")
    @APIResponse(responseCode = "503", description = "One of them does not answer")
    public Uni<Page<DifferenceAnswer>> differences(
            @PathParam("equation") String equation,
            @Parameter(description = "missing, different, unknown, quarantined or in-flight; absent: all but in-flight")
                    @QueryParam("kind")
                    String kind,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization) {
        return compareServices.differences(named(equation), kind(kind), PageRequest.of(limit, cursor), authorization);
    }

    private static EquationOf named(String equation) {
        return EquationOf.named(equation)
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no equation " + equation + "; GET /v1/reconciliation lists them."));
    }

    private static Optional<String> kind(String kind) {
        if (kind != null
                && Arrays.stream(Difference.Kind.values())
                        .noneMatch(known -> known.word().equals(kind))) {
            throw ProblemException.invalid("kind", "must be missing, different, unknown, quarantined or in-flight");
        }
        return Optional.ofNullable(kind);
    }
}
