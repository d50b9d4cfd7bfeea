package io.leadloop.reporting.web.others;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** lead-intake: the person. */
@RegisterRestClient(configKey = "intake")
@Produces(MediaType.APPLICATION_JSON)
interface IntakeClient {

    @GET
    @Path("/v1/leads/{leadId}")
    Uni<String> lead(@HeaderParam("Authorization") String authorization, @PathParam("leadId") UUID leadId);
}
