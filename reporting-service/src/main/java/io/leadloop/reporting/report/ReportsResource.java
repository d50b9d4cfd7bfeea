package io.leadloop.reporting.report;

import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.reporting.report.ReportAnswer.CampaignRow;
import io.leadloop.reporting.report.ReportAnswer.SourceRow;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The reports as JSON and CSV. */
@Path("/v1/reports")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
public class ReportsResource {
    private static final int ALL_ROWS = 100_000;
    private static final String PERIOD = "Date (start of the day in the agreement's zone) or time; by capture, from is"
            + " included, to is not. Open when left out";

    private final CountLeads countLeads;

    public ReportsResource(CountLeads countLeads) {
        this.countLeads = countLeads;
    }

    @GET
    @Path("/funnel")
    @Cancellable(false)
    @Operation(summary = "How many leads reached each stage", description = "A lead counts in every stage it passed.")
    public Uni<Response> funnel(
            @Parameter(description = PERIOD) @QueryParam("from") String from,
            @Parameter(description = PERIOD) @QueryParam("to") String to,
            @Parameter(description = "json or csv") @QueryParam("format") @DefaultValue("json") String format) {
        boolean csv = csv(format);
        return countLeads.count(Dimension.SOURCE, from, to, 1, null).map(report -> {
            List<ReportAnswer.FunnelRow> rows = FunnelRows.of(report.counted().total());
            return csv ? download("funnel", ReportCsv.funnel(rows)) : json(ReportAnswer.whole("funnel", report, rows));
        });
    }

    @GET
    @Path("/sources")
    @Cancellable(false)
    @Operation(summary = "What each source was worth", description = "By first touch, the most leads first.")
    public Uni<Response> sources(
            @Parameter(description = PERIOD) @QueryParam("from") String from,
            @Parameter(description = PERIOD) @QueryParam("to") String to,
            @Parameter(description = "json or csv") @QueryParam("format") @DefaultValue("json") String format,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return groups(Dimension.SOURCE, from, to, format, limit, cursor, g -> new SourceRow(g.name(), g.figures()));
    }

    @GET
    @Path("/campaigns")
    @Cancellable(false)
    @Operation(summary = "What each campaign was worth", description = "By first touch, the most leads first.")
    public Uni<Response> campaigns(
            @Parameter(description = PERIOD) @QueryParam("from") String from,
            @Parameter(description = PERIOD) @QueryParam("to") String to,
            @Parameter(description = "json or csv") @QueryParam("format") @DefaultValue("json") String format,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return groups(Dimension.CAMPAIGN, from, to, format, limit, cursor, g -> new CampaignRow(g.name(), g.figures()));
    }

    private <R> Uni<Response> groups(
            Dimension dimension,
            String from,
            String to,
            String format,
            Integer limit,
            String cursor,
            Function<Group, R> row) {
        String name = dimension.word() + "s";
        if (csv(format)) {
            return countLeads
                    .count(dimension, from, to, ALL_ROWS, null)
                    .map(report -> download(name, ReportCsv.groups(dimension, report)));
        }
        int rows = limit == null
                ? PageRequest.MAX_LIMIT
                : PageRequest.of(limit, null).limit();
        return countLeads
                .count(dimension, from, to, rows, cursor)
                .map(report -> json(ReportAnswer.part(
                        name,
                        report,
                        report.counted().groups().stream().map(row).toList())));
    }

    private static boolean csv(String format) {
        return switch (format) {
            case "csv" -> true;
            case "json" -> false;
            default -> throw ProblemException.invalid("format", "must be json or csv");
        };
    }

    private static Response json(Object answer) {
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Response download(String name, String csv) {
        return Response.ok(csv, "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"leadloop-" + name + ".csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
