package io.leadloop.reporting.reconciliation;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Another service's books. */
@RegisterRestClient
@Produces(MediaType.APPLICATION_JSON)
interface BooksClient {

    @GET
    @Path("/v1/reconciliation")
    Uni<String> own(@HeaderParam("Authorization") String authorization);

    @GET
    @Path("/v1/reconciliation/accounts/{account}/buckets")
    Uni<String> buckets(
            @HeaderParam("Authorization") String authorization,
            @PathParam("account") String account,
            @QueryParam("of") int of);

    @GET
    @Path("/v1/reconciliation/accounts/{account}/entries")
    Uni<String> entries(
            @HeaderParam("Authorization") String authorization,
            @PathParam("account") String account,
            @QueryParam("of") int of,
            @QueryParam("bucket") List<Integer> buckets);

    @GET
    @Path("/v1/reconciliation/accounts/{account}")
    Uni<String> ids(
            @HeaderParam("Authorization") String authorization,
            @PathParam("account") String account,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor);
}
