package io.leadloop.reporting.web;

import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.reporting.reconciliation.CompareServices;
import io.leadloop.reporting.reconciliation.EquationOf;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The page that says whether everything balances, and the ids behind its numbers. */
@Path("/reconciliation")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OPS, Roles.ADMIN})
@Cancellable(false)
public class ReconciliationPagesResource {

    @CheckedTemplate(basePath = "pages")
    static class Templates {
        static native TemplateInstance reconciliation(Frame frame, ReconciliationView view);

        static native TemplateInstance ids(Frame frame, IdList list);
    }

    private final CompareServices compareServices;
    private final Frames frames;

    public ReconciliationPagesResource(CompareServices compareServices, Frames frames) {
        this.compareServices = compareServices;
        this.frames = frames;
    }

    @GET
    @Operation(summary = "Page: does everything balance?")
    public Uni<Response> page(@HeaderParam("Authorization") String authorization) {
        Uni<Frame> frame = frames.around("Reconciliation", "reconciliation");
        return compareServices
                .all(authorization)
                .map(ReconciliationPage::view)
                .chain(view -> frame.map(around -> Frames.page(Templates.reconciliation(around, view))));
    }

    @GET
    @Path("/equations/{equation}")
    @Operation(summary = "Page: the ids behind a difference")
    public Uni<Response> differences(
            @PathParam("equation") String equation,
            @QueryParam("kind") String kind,
            @QueryParam("cursor") String cursor,
            @HeaderParam("Authorization") String authorization) {
        Uni<Frame> frame = frames.around("Reconciliation", "reconciliation");
        EquationOf which = EquationOf.named(equation)
                .orElseThrow(() -> ProblemException.notFound("There is no such row on the reconciliation page."));
        String here = "/reconciliation/equations/" + which.id();
        return compareServices
                .differences(which, Optional.ofNullable(kind), PageRequest.of(null, cursor), authorization)
                .map(found -> IdList.ofDifferences(
                        which.says() + ": " + (kind == null ? "all that differs" : kind.replace('-', ' ')),
                        which.teller() + " tells, " + which.hearer() + " hears.",
                        found,
                        next(here, "kind", kind)))
                .chain(list -> frame.map(around -> Frames.page(Templates.ids(around, list))));
    }

    @GET
    @Path("/accounts/{service}/{account}")
    @Operation(summary = "Page: the ids that a service counts")
    public Uni<Response> ids(
            @PathParam("service") String service,
            @PathParam("account") String account,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @HeaderParam("Authorization") String authorization) {
        Uni<Frame> frame = frames.around("Reconciliation", "reconciliation");
        String here = "/reconciliation/accounts/" + service + "/" + account;
        return compareServices
                .ids(service, account, state, cursor, authorization)
                .map(found -> IdList.ofEntries(
                        service + ": " + account + (state == null ? "" : ", " + Wording.words(state)),
                        "The newest first.",
                        found,
                        next(here, "state", state)))
                .chain(list -> frame.map(around -> Frames.page(Templates.ids(around, list))));
    }

    private static Function<String, String> next(String here, String name, String value) {
        PeriodQuery none = PeriodQuery.of("", "");
        return cursor -> here
                + none.with("cursor", cursor)
                + (value == null ? "" : none.with(name, value).replace('?', '&'));
    }
}
