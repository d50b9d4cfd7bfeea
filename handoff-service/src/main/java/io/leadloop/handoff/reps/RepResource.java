package io.leadloop.handoff.reps;

import io.leadloop.http.Caller;
import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /v1/reps}. */
@Path("/v1/reps")
@Tag(name = "Reps and teams")
public class RepResource {
    private final KeepReps keepReps;
    private final Caller caller;

    RepResource(KeepReps keepReps, Caller caller) {
        this.keepReps = keepReps;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
    @Cancellable(false)
    @Operation(summary = "All reps, newest first")
    public Uni<Page<Rep>> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return keepReps.list(page)
                .map(rows -> Page.of(
                        rows, page.limit(), row -> new Cursor(row.createdAt, Long.toString(row.number)), Rep::of));
    }

    @POST
    @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
    @Cancellable(false)
    @Operation(
            summary = "Add a rep",
            description = "A manager adds to the own team. Waiting leads are offered at once.")
    @APIResponse(responseCode = "201", description = "Added")
    @APIResponse(responseCode = "409", description = "There is a rep of that id")
    public Uni<Response> create(@Valid @NotNull RepRequest request) {
        if (request.repId() == null) {
            throw ProblemException.invalid("repId", "is missing");
        }
        return keepReps.create(request.rep(request.repId()), TeamScope.of(caller))
                .map(rep -> Response.created(URI.create("/v1/reps/" + rep.repId()))
                        .entity(rep)
                        .build());
    }

    @GET
    @Path("{repId}")
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
    @Cancellable(false)
    @Operation(summary = "One rep")
    public Uni<Rep> get(@PathParam("repId") String repId) {
        return keepReps.get(repId);
    }

    @PUT
    @Path("{repId}")
    @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
    @Cancellable(false)
    @Operation(
            summary = "Replace a rep",
            description =
                    "What is left out gets its default. Out of office, inactive or with less capacity he keeps the"
                            + " hand-offs he has.")
    public Uni<Rep> replace(@PathParam("repId") String repId, @Valid @NotNull RepRequest request) {
        if (request.repId() != null && !request.repId().equals(repId)) {
            throw ProblemException.invalid("repId", "is not that of the address; leave it out");
        }
        return keepReps.replace(request.rep(repId), TeamScope.of(caller));
    }

    @DELETE
    @Path("{repId}")
    @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
    @Cancellable(false)
    @Operation(summary = "Remove a rep who has no open hand-offs", description = "Ended hand-offs keep his name.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "The rep has open hand-offs")
    public Uni<Void> delete(@PathParam("repId") String repId) {
        return keepReps.delete(repId, TeamScope.of(caller));
    }
}
