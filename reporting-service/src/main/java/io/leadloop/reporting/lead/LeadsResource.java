package io.leadloop.reporting.lead;

import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.messaging.Database;
import io.leadloop.reporting.funnel.FunnelStore;
import io.leadloop.reporting.timeline.TimelineItem;
import io.leadloop.reporting.timeline.TimelineStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Leads and their timelines. The person is not here: intake has it, under its own rules. */
@Path("/v1/leads")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
public class LeadsResource {
    private final Database database;
    private final FunnelStore leads;
    private final TimelineStore timelines;

    public LeadsResource(Database database, FunnelStore leads, TimelineStore timelines) {
        this.database = database;
        this.leads = leads;
        this.timelines = timelines;
    }

    @GET
    @Cancellable(false)
    @Operation(summary = "Leads with their stage", description = "The one captured last comes first. No personal data.")
    public Uni<Page<LeadItem>> newest(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return database.transaction(tx -> leads.newest(tx, page))
                .map(found ->
                        new Page<>(found.items().stream().map(LeadItem::of).toList(), found.nextCursor()));
    }

    @GET
    @Path("/{leadId}/timeline")
    @Cancellable(false)
    @Operation(summary = "What happened to a lead", description = "Newest first. No personal data.")
    @APIResponse(responseCode = "200", description = "Its entries")
    @APIResponse(responseCode = "404", description = "Nothing has been heard of this lead")
    public Uni<Page<TimelineItem>> timeline(
            @PathParam("leadId") UUID leadId, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return database.transaction(tx -> timelines.newest(tx, leadId, page)).invoke(found -> {
            if (found.items().isEmpty() && page.after() == null) {
                throw ProblemException.notFound("Nothing has been heard of this lead; a new one takes a second.");
            }
        });
    }
}
