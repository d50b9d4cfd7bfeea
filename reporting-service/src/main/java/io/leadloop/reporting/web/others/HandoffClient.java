package io.leadloop.reporting.web.others;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** handoff-service: who has the lead, and the brief that this rep was given. */
@RegisterRestClient(configKey = "handoff")
@Produces(MediaType.APPLICATION_JSON)
interface HandoffClient {

    @GET
    @Path("/v1/handoffs")
    Uni<String> handoffs(@HeaderParam("Authorization") String authorization, @QueryParam("leadId") UUID leadId);

    @GET
    @Path("/v1/handoffs/{handoffId}")
    Uni<String> handoff(@HeaderParam("Authorization") String authorization, @PathParam("handoffId") UUID handoffId);
}
