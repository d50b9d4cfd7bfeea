package io.leadloop.reconciliation;

import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.Roles;
import io.leadloop.reconciliation.rules.Bucket;
import io.leadloop.reconciliation.rules.Entry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** One account: the ids behind its numbers, and what reporting-service needs to compare it. */
@Path("/v1/reconciliation/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPS, Roles.ADMIN})
@Cancellable(false)
@Tag(name = "Reconciliation", description = "What this service knows of which leads. No personal data.")
public class AccountsResource {
    private static final int MOST_BUCKETS_AT_ONCE = 1_000;

    private final Books books;

    AccountsResource(Books books) {
        this.books = books;
    }

    @GET
    @Path("/{account}")
    @Operation(summary = "The ids of an account", description = "The newest first; all, or those of one state.")
    public Uni<Page<Entry>> ids(
            @PathParam("account") String account,
            @Parameter(description = "A state of the summary, quarantined or in-flight") @QueryParam("state")
                    String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return books.list(account, state, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{account}/buckets")
    @Operation(
            summary = "Counts and checksums of an account, by buckets",
            description = "A bucket holds the entries whose ids end alike. Equal buckets of two services need no look.")
    public Uni<List<Bucket>> buckets(
            @PathParam("account") String account,
            @Parameter(description = "How many, a power of two between 256 and 65536")
                    @QueryParam("of")
                    @DefaultValue("256")
                    int of) {
        return books.buckets(account, of);
    }

    @GET
    @Path("/{account}/entries")
    @Operation(summary = "All entries of some buckets")
    public Uni<Entries> entries(
            @PathParam("account") String account,
            @QueryParam("of") @DefaultValue("256") int of,
            @QueryParam("bucket") List<Integer> buckets) {
        return books.entries(
                account, of, buckets.stream().limit(MOST_BUCKETS_AT_ONCE).toList());
    }
}
