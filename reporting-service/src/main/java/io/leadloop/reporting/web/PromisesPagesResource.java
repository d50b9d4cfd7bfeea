package io.leadloop.reporting.web;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.http.Roles;
import io.leadloop.reporting.web.others.AskForPromises;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The page of promises in danger: reps see their own, managers their team's. It follows what happens. */
@Path("/promises")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Cancellable(false)
public class PromisesPagesResource {

    @CheckedTemplate(basePath = "pages")
    static class Templates {
        static native TemplateInstance promises(Frame frame, PromisesView view);
    }

    private final Agreements agreements;
    private final AskForPromises askForPromises;
    private final Frames frames;
    private final Assets assets;

    public PromisesPagesResource(Agreements agreements, AskForPromises askForPromises, Frames frames, Assets assets) {
        this.agreements = agreements;
        this.askForPromises = askForPromises;
        this.frames = frames;
        this.assets = assets;
    }

    @GET
    @Operation(summary = "Page: which promises are about to break, which broke, and whose they are; live")
    public Uni<Response> page(@HeaderParam("Authorization") String authorization) {
        Uni<Frame> frame = frames.around("Promises", "promises");
        boolean mayLookAfter = Stream.of(Roles.MANAGER, Roles.OPS, Roles.ADMIN).anyMatch(frames::isFor);
        return agreements
                .current()
                .map(inForce -> new PromisesPage(
                        inForce.agreement().document().zone(), List.of(assets.live(), assets.act()), mayLookAfter))
                .chain(page -> askForPromises.ask(authorization).map(page::view))
                .chain(view -> frame.map(around -> Frames.page(Templates.promises(around, view))));
    }
}
