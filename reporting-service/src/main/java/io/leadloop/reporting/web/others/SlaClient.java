package io.leadloop.reporting.web.others;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** sla-tracker: the promises that run for the lead. */
@RegisterRestClient(configKey = "sla")
@Produces(MediaType.APPLICATION_JSON)
interface SlaClient {

    @GET
    @Path("/v1/clocks")
    Uni<String> clocks(@HeaderParam("Authorization") String authorization, @QueryParam("leadId") UUID leadId);
}
