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

/** sla-tracker: the promises that run for the lead, and the agreement that they come from. */
@RegisterRestClient(configKey = "sla")
@Produces(MediaType.APPLICATION_JSON)
interface SlaClient {

    @GET
    @Path("/v1/clocks")
    Uni<String> clocks(@HeaderParam("Authorization") String authorization, @QueryParam("leadId") UUID leadId);

    @GET
    @Path("/v1/agreements/current")
    Uni<String> currentAgreement(@HeaderParam("Authorization") String authorization);

    @GET
    @Path("/v1/agreements/draft")
    Uni<String> draft(@HeaderParam("Authorization") String authorization);

    @GET
    @Path("/v1/agreements")
    Uni<String> agreements(@HeaderParam("Authorization") String authorization, @QueryParam("limit") int limit);

    @GET
    @Path("/v1/clocks")
    Uni<String> clocksInState(
            @HeaderParam("Authorization") String authorization,
            @QueryParam("state") String state,
            @QueryParam("limit") int limit);

    @GET
    @Path("/v1/alerts")
    Uni<String> alertsOfKind(
            @HeaderParam("Authorization") String authorization,
            @QueryParam("kind") String kind,
            @QueryParam("limit") int limit);

    @GET
    @Path("/v1/quotas")
    Uni<String> quotas(
            @HeaderParam("Authorization") String authorization,
            @QueryParam("month") String month,
            @QueryParam("limit") int limit);

    @GET
    @Path("/v1/quotas/sales")
    Uni<String> salesSide(
            @HeaderParam("Authorization") String authorization,
            @QueryParam("month") String month,
            @QueryParam("limit") int limit);
}
