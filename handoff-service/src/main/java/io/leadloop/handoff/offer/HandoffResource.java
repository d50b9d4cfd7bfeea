package io.leadloop.handoff.offer;

import io.leadloop.http.Caller;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.Roles;
import io.leadloop.messaging.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /v1/handoffs}. */
@Path("/v1/handoffs")
@Tag(name = "Hand-offs", description = "A rep sees and answers the own ones, a manager those of the own team.")
public class HandoffResource {
    private static final String TRACE = "traceparent";

    private final AnswerHandoffs answerHandoffs;
    private final ShowHandoffs showHandoffs;
    private final Caller caller;

    HandoffResource(AnswerHandoffs answerHandoffs, ShowHandoffs showHandoffs, Caller caller) {
        this.answerHandoffs = answerHandoffs;
        this.showHandoffs = showHandoffs;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.CRM, Roles.ADMIN, Roles.MARKETING, Roles.OPS})
    @Cancellable(false)
    @Operation(summary = "Hand-offs, newest first")
    public Uni<Page<HandoffView>> list(
            @QueryParam("leadId") String leadId,
            @QueryParam("rep") String repId,
            @Parameter(description = "offered, accepted, rejected, expired, withdrawn or closed") @QueryParam("state")
                    String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return showHandoffs.list(
                HandoffFilter.of(leadId, repId, state, Access.of(caller), PageRequest.of(limit, cursor)));
    }

    @GET
    @Path("{handoffId}")
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.CRM, Roles.ADMIN, Roles.MARKETING, Roles.OPS})
    @Cancellable(false)
    @Operation(
            summary = "One hand-off",
            description =
                    "With the brief, the attempts, and the whole routing decision. Marketing and operations see it"
                            + " without personal data.")
    public Uni<HandoffView> one(@PathParam("handoffId") UUID handoffId) {
        return showHandoffs.one(handoffId, actor(null));
    }

    @POST
    @Path("{handoffId}/accept")
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.CRM, Roles.ADMIN})
    @Cancellable(false)
    @Operation(summary = "Take the lead", description = "Again is harmless. Possible until the offer has expired.")
    @APIResponse(responseCode = "409", description = "The offer has expired, or was answered otherwise")
    public Uni<HandoffView> accept(
            @PathParam("handoffId") UUID handoffId, @Parameter(hidden = true) @HeaderParam(TRACE) String trace) {
        return answerHandoffs.accept(handoffId, actor(trace));
    }

    @POST
    @Path("{handoffId}/reject")
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.CRM, Roles.ADMIN})
    @Cancellable(false)
    @Operation(
            summary = "Give the lead back to Marketing",
            description = "The reason is one of the agreement's. After accepting, report an outcome instead.")
    @APIResponse(responseCode = "409", description = "The offer has expired, or was answered otherwise")
    public Uni<HandoffView> reject(
            @PathParam("handoffId") UUID handoffId,
            @Valid @NotNull Requests.Reject request,
            @Parameter(hidden = true) @HeaderParam(TRACE) String trace) {
        return answerHandoffs.reject(handoffId, actor(trace), request.reason(), Optional.ofNullable(request.note()));
    }

    @POST
    @Path("{handoffId}/attempts")
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.CRM, Roles.ADMIN})
    @Cancellable(false)
    @Operation(
            summary = "Log a human attempt to reach the lead",
            description = "After accepting. Automated mail is none.")
    @APIResponse(responseCode = "409", description = "Not accepted yet, or ended")
    public Uni<HandoffView> logAttempt(
            @PathParam("handoffId") UUID handoffId,
            @Valid @NotNull Requests.LogAttempt request,
            @Parameter(hidden = true) @HeaderParam(TRACE) String trace) {
        return answerHandoffs.logAttempt(
                handoffId, actor(trace), request.channel(), request.result(), Optional.ofNullable(request.note()));
    }

    @POST
    @Path("{handoffId}/pause")
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.CRM, Roles.ADMIN})
    @Cancellable(false)
    @Operation(
            summary = "Let no promise run for a while",
            description = "After accepting, for example because the lead is away. Again is harmless.")
    @APIResponse(responseCode = "409", description = "Not accepted yet, or ended")
    public Uni<HandoffView> pause(
            @PathParam("handoffId") UUID handoffId,
            @Valid Requests.Pause request,
            @Parameter(hidden = true) @HeaderParam(TRACE) String trace) {
        return answerHandoffs.pause(
                handoffId, actor(trace), Optional.ofNullable(request).map(Requests.Pause::reason));
    }

    @POST
    @Path("{handoffId}/resume")
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.CRM, Roles.ADMIN})
    @Cancellable(false)
    @Operation(
            summary = "Let promises run again",
            description = "Each has as much working time left as when it was paused. Again is harmless.")
    @APIResponse(responseCode = "409", description = "Not accepted yet, or ended")
    public Uni<HandoffView> resume(
            @PathParam("handoffId") UUID handoffId, @Parameter(hidden = true) @HeaderParam(TRACE) String trace) {
        return answerHandoffs.resume(handoffId, actor(trace));
    }

    @POST
    @Path("{handoffId}/next-step")
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.CRM, Roles.ADMIN})
    @Cancellable(false)
    @Operation(summary = "Say what comes next, and when", description = "After accepting. A later one takes its place.")
    @APIResponse(responseCode = "409", description = "Not accepted yet, or ended")
    public Uni<HandoffView> setNextStep(
            @PathParam("handoffId") UUID handoffId,
            @Valid @NotNull Requests.NextStep request,
            @Parameter(hidden = true) @HeaderParam(TRACE) String trace) {
        return answerHandoffs.setNextStep(handoffId, actor(trace), request.step(), request.at());
    }

    @POST
    @Path("{handoffId}/outcome")
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.CRM, Roles.ADMIN})
    @Cancellable(false)
    @Operation(
            summary = "Report what became of the lead",
            description =
                    "After accepting; closes the hand-off. Won takes amount and currency, lost a reason, recycled a"
                            + " reason and perhaps until. The same again is harmless.")
    @APIResponse(responseCode = "409", description = "Not accepted yet, or ended otherwise")
    public Uni<HandoffView> close(
            @PathParam("handoffId") UUID handoffId,
            @Valid @NotNull Requests.ReportOutcome request,
            @Parameter(hidden = true) @HeaderParam(TRACE) String trace) {
        return answerHandoffs.close(handoffId, actor(trace), request);
    }

    private Actor actor(String traceparent) {
        Access access = Access.of(caller);
        String name = access instanceof Access.Own own ? own.repId().orElse(caller.name()) : caller.name();
        return new Actor(name, access, Trace.of(traceparent));
    }
}
