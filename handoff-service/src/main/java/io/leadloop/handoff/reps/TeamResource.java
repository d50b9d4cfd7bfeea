package io.leadloop.handoff.reps;

import io.leadloop.http.Caller;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /v1/teams}. */
@Path("/v1/teams")
@Tag(name = "Reps and teams")
public class TeamResource {
    private final KeepReps keepReps;
    private final Caller caller;

    TeamResource(KeepReps keepReps, Caller caller) {
        this.keepReps = keepReps;
        this.caller = caller;
    }

    @GET
    @Path("{teamId}")
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
    @Cancellable(false)
    @Operation(summary = "One team")
    public Uni<Team> get(@PathParam("teamId") String teamId) {
        return keepReps.team(teamId);
    }

    @PUT
    @Path("{teamId}")
    @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
    @Cancellable(false)
    @Operation(summary = "Make or replace a team", description = "The agreement's pools name teams by their ids.")
    public Uni<Team> save(
            @PathParam("teamId") @Pattern(regexp = RepRequest.ID, message = RepRequest.ID_MESSAGE) String teamId,
            @Valid @NotNull TeamRequest request) {
        if (request.teamId() != null && !request.teamId().equals(teamId)) {
            throw ProblemException.invalid("teamId", "is not that of the address; leave it out");
        }
        return keepReps.save(new Team(teamId, request.name(), request.managerId()), TeamScope.of(caller));
    }
}
