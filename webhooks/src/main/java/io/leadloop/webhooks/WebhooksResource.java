package io.leadloop.webhooks;

import io.leadloop.http.Caller;
import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.PlainText;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.messaging.Database;
import io.leadloop.webhooks.WebhookAnswers.Delivery;
import io.leadloop.webhooks.WebhookAnswers.Webhook;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Who is told by webhooks, and what became of each delivery. */
@Path("/v1/webhooks")
@ApplicationScoped
@RolesAllowed({Roles.CRM, Roles.ADMIN})
@Cancellable(false)
public class WebhooksResource {
    private final ManageWebhooks manage;
    private final Database database;
    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final WebhookSettings settings;
    private final WebhookOffer offer;
    private final Caller caller;

    WebhooksResource(
            ManageWebhooks manage,
            Database database,
            WebhookStore webhooks,
            DeliveryStore deliveries,
            WebhookSettings settings,
            WebhookOffer offer,
            Caller caller) {
        this.manage = manage;
        this.database = database;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.settings = settings;
        this.offer = offer;
        this.caller = caller;
    }

    /**
     * @param url where to post, https or http
     * @param types of the messages that are wanted; absent: all
     */
    public record WebhookBody(
            @NotBlank @PlainText(max = 2_000) String url,
            @Size(min = 1, max = 50) List<@NotBlank @PlainText(max = 100) String> types) {}

    @POST
    @Operation(
            summary = "Be told by signed posts (Standard Webhooks)",
            description = "The answer has the secret, once. Every attempt of a delivery carries the same webhook-id.")
    @APIResponse(responseCode = "201", description = "Registered, with the secret")
    public Uni<Response> register(@NotNull @Valid WebhookBody body) {
        return manage.register(name(), url(body), types(body))
                .map(row -> Response.created(URI.create("/v1/webhooks/" + row.webhookId))
                        .entity(Webhook.withSecret(row, settings))
                        .header("Cache-Control", "no-store")
                        .build());
    }

    @GET
    @RolesAllowed({Roles.CRM, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Webhooks, newest first", description = "Without their secrets.")
    public Uni<Page<Webhook>> all(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        Optional<String> owner = owner();
        return database.transaction(tx -> webhooks.newest(tx, owner, page))
                .map(rows -> Page.of(
                        rows,
                        page.limit(),
                        row -> new Cursor(row.createdAt, row.webhookId.toString()),
                        row -> Webhook.of(row, settings)));
    }

    @GET
    @Path("/{webhookId}")
    @RolesAllowed({Roles.CRM, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "One webhook")
    public Uni<Webhook> one(@PathParam("webhookId") UUID webhookId) {
        Optional<String> owner = owner();
        return database.transaction(tx -> manage.find(tx, webhookId, owner)).map(row -> Webhook.of(row, settings));
    }

    @PUT
    @Path("/{webhookId}")
    @Operation(summary = "Change it", description = "Also sets one that was disabled to work again.")
    public Uni<Webhook> change(@PathParam("webhookId") UUID webhookId, @NotNull @Valid WebhookBody body) {
        return manage.change(webhookId, owner(), url(body), types(body)).map(row -> Webhook.of(row, settings));
    }

    @DELETE
    @Path("/{webhookId}")
    @Operation(summary = "Forget it and all its deliveries")
    public Uni<Void> remove(@PathParam("webhookId") UUID webhookId) {
        return manage.remove(webhookId, owner());
    }

    @POST
    @Path("/{webhookId}/secret")
    @Operation(summary = "A new secret", description = "For a day both sign, so that you can change without a gap.")
    public Uni<Webhook> renewSecret(@PathParam("webhookId") UUID webhookId) {
        return manage.renewSecret(webhookId, owner()).map(row -> Webhook.withSecret(row, settings));
    }

    @GET
    @Path("/{webhookId}/deliveries")
    @RolesAllowed({Roles.CRM, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Its deliveries of the last 30 days, newest first")
    public Uni<Page<Delivery>> deliveries(
            @PathParam("webhookId") UUID webhookId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        Optional<String> owner = owner();
        return database.transaction(
                        tx -> manage.find(tx, webhookId, owner).chain(row -> deliveries.newest(tx, webhookId, page)))
                .map(rows -> Page.of(
                        rows, page.limit(), row -> new Cursor(row.createdAt, row.deliveryId.toString()), Delivery::of));
    }

    @POST
    @Path("/{webhookId}/deliveries/{deliveryId}/replay")
    @Operation(summary = "Send it again", description = "From the start of the schedule, under the same webhook-id.")
    public Uni<Delivery> replay(@PathParam("webhookId") UUID webhookId, @PathParam("deliveryId") UUID deliveryId) {
        return manage.replay(webhookId, deliveryId, owner()).map(Delivery::of);
    }

    private String name() {
        owner();
        return caller.name();
    }

    /** Whose webhooks the caller may see; empty: everybody's. */
    private Optional<String> owner() {
        if (caller.has(Roles.ADMIN) || caller.has(Roles.OPS)) {
            return Optional.empty();
        }
        if (!offer.open(caller)) {
            throw ProblemException.forbidden("This service's webhooks are for other roles.");
        }
        return Optional.of(caller.name());
    }

    private static String url(WebhookBody body) {
        TargetUrl.of(body.url());
        return body.url();
    }

    private List<String> types(WebhookBody body) {
        List<String> known = offer.types();
        if (body.types() == null) {
            return known;
        }
        body.types().stream().filter(type -> !known.contains(type)).findFirst().ifPresent(type -> {
            throw ProblemException.invalid(
                    "types", "there is no type " + type + "; known here: " + String.join(", ", known));
        });
        return body.types().stream().distinct().toList();
    }
}
