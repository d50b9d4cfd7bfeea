package io.leadloop.reporting.web;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.http.Roles;
import io.leadloop.reporting.web.others.AskForAgreement;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The page of the agreement: what is in force, what is to follow it, who signed. */
@Path("/agreement")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Cancellable(false)
public class AgreementPagesResource {

    @CheckedTemplate(basePath = "pages")
    static class Templates {
        static native TemplateInstance agreement(Frame frame, AgreementView view);
    }

    private final Agreements agreements;
    private final AskForAgreement askForAgreement;
    private final Frames frames;
    private final Assets assets;
    private final String tracker;

    public AgreementPagesResource(
            Agreements agreements,
            AskForAgreement askForAgreement,
            Frames frames,
            Assets assets,
            @ConfigProperty(name = "leadloop.address.sla") String tracker) {
        this.agreements = agreements;
        this.askForAgreement = askForAgreement;
        this.frames = frames;
        this.assets = assets;
        this.tracker = tracker;
    }

    @GET
    @Operation(summary = "Page: the agreement in force, the draft and what it changes, who signed")
    public Uni<Response> page(@HeaderParam("Authorization") String authorization) {
        Uni<Frame> frame = frames.around("Agreement", "agreement");
        List<String> sides = Stream.of(
                        frames.isFor(Roles.MARKETING) ? "marketing" : "", frames.isFor(Roles.MANAGER) ? "sales" : "")
                .filter(side -> !side.isEmpty())
                .toList();
        return agreements
                .current()
                .map(inForce -> new AgreementPage(inForce.agreement().document().zone(), tracker, assets.act(), sides))
                .chain(page -> askForAgreement.ask(authorization).map(page::view))
                .chain(view -> frame.map(around -> Frames.page(Templates.agreement(around, view))));
    }
}
