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

/** scoring-service: the score and why. */
@RegisterRestClient(configKey = "scoring")
@Produces(MediaType.APPLICATION_JSON)
interface ScoringClient {

    @GET
    @Path("/v1/scores/{leadId}")
    Uni<String> score(@HeaderParam("Authorization") String authorization, @PathParam("leadId") UUID leadId);

    @GET
    @Path("/v1/scores/{leadId}/history")
    Uni<String> history(
            @HeaderParam("Authorization") String authorization,
            @PathParam("leadId") UUID leadId,
            @QueryParam("limit") int limit);
}
