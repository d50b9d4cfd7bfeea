package io.leadloop.reporting.web;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.reporting.web.others.AskForQuotas;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The page of both sides' promises of a month. Reps see their own part, managers their team's. */
@Path("/quotas")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Cancellable(false)
public class QuotasPagesResource {

    @CheckedTemplate(basePath = "pages")
    static class Templates {
        static native TemplateInstance quotas(Frame frame, QuotasView view);
    }

    private final Agreements agreements;
    private final AskForQuotas askForQuotas;
    private final Frames frames;

    public QuotasPagesResource(Agreements agreements, AskForQuotas askForQuotas, Frames frames) {
        this.agreements = agreements;
        this.askForQuotas = askForQuotas;
        this.frames = frames;
    }

    @GET
    @Operation(summary = "Page: workable MQLs promised and delivered, and what Sales made of them")
    public Uni<Response> page(@QueryParam("month") String month, @HeaderParam("Authorization") String authorization) {
        Uni<Frame> frame = frames.around("Quotas", "quotas");
        return agreements
                .current()
                .chain(inForce -> {
                    YearMonth running = YearMonth.from(Clock.systemUTC()
                            .instant()
                            .atZone(inForce.agreement().document().zone()));
                    YearMonth wanted = month(month, running);
                    return askForQuotas
                            .ask(authorization, wanted.toString())
                            .map(new QuotasPage(wanted, running)::view);
                })
                .chain(view -> frame.map(around -> Frames.page(Templates.quotas(around, view))));
    }

    private static YearMonth month(String month, YearMonth running) {
        try {
            return month == null || month.isEmpty() ? running : YearMonth.parse(month);
        } catch (DateTimeException notAMonth) {
            throw ProblemException.invalid("month", "must be a month, for example 2026-03");
        }
    }
}
