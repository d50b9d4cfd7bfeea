package io.leadloop.reporting.web;

import io.leadloop.http.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The pages. A refusal is a page too, so that nobody who follows a link is shown JSON. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
public class PagesResource {

    @CheckedTemplate(basePath = "pages")
    static class Templates {
        static native TemplateInstance overview(Frame frame, OverviewView view);

        static native TemplateInstance campaigns(Frame frame, PeriodQuery period, GroupTable table);

        static native TemplateInstance leads(Frame frame, LeadTable table);

        static native TemplateInstance lead(Frame frame, LeadView view);
    }

    private final ShowReports showReports;
    private final ShowLead showLead;
    private final MessagePages messages;
    private final Frames frames;

    public PagesResource(ShowReports showReports, ShowLead showLead, MessagePages messages, Frames frames) {
        this.showReports = showReports;
        this.showLead = showLead;
        this.messages = messages;
        this.frames = frames;
    }

    @GET
    @Cancellable(false)
    @Operation(summary = "Overview page")
    public Uni<Response> overview(@QueryParam("from") String from, @QueryParam("to") String to) {
        Uni<Frame> frame = frames.around("Overview", "overview");
        return showReports
                .overview(PeriodQuery.of(from, to))
                .chain(view -> frame.map(around -> Frames.page(Templates.overview(around, view))));
    }

    @GET
    @Path("/campaigns")
    @Cancellable(false)
    @Operation(summary = "Page of all campaigns")
    public Uni<Response> campaigns(
            @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("cursor") String cursor) {
        Uni<Frame> frame = frames.around("Campaigns", "campaigns");
        PeriodQuery period = PeriodQuery.of(from, to);
        return showReports
                .campaigns(period, cursor)
                .chain(table -> frame.map(around -> Frames.page(Templates.campaigns(around, period, table))));
    }

    @GET
    @Path("/leads")
    @Cancellable(false)
    @Operation(summary = "Page of all leads")
    public Uni<Response> leads(@QueryParam("cursor") String cursor) {
        Uni<Frame> frame = frames.around("Leads", "leads");
        return showReports
                .leads(cursor)
                .chain(table -> frame.map(around -> Frames.page(Templates.leads(around, table))));
    }

    @GET
    @Path("/leads/{leadId}")
    @Cancellable(false)
    @Operation(summary = "Page of one lead")
    public Uni<Response> lead(
            @PathParam("leadId") UUID leadId,
            @QueryParam("cursor") String cursor,
            @HeaderParam("Authorization") String authorization) {
        Uni<Frame> frame = frames.around("Lead", "leads");
        return showLead.show(leadId, cursor, authorization)
                .chain(view -> frame.map(around -> Frames.page(Templates.lead(around, view))));
    }

    @ServerExceptionMapper
    public Response notFound(NotFoundException failure) {
        return messages.refused(
                        404,
                        "No such lead",
                        "Nothing has been heard of this lead. A new one takes a second: reload then.")
                .build();
    }
}
