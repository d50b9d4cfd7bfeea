package io.leadloop.sla.alert;

import io.leadloop.events.EventJson;
import io.leadloop.http.Caller;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.sla.Sight;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The live stream of alerts. */
@Path("/v1/alerts/stream")
@ApplicationScoped
public class AlertStreamResource {
    private final AlertFeed feed;
    private final Caller caller;

    AlertStreamResource(AlertFeed feed, Caller caller) {
        this.feed = feed;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "Alerts as they are raised (server-sent events)",
            description =
                    "Event names: warned, breached, escalated, missed; data: the alert as GET /v1/alerts has it, where subject says whether"
                            + " it is a clock's or a quota's; id: its alertId. Resumes after Last-Event-ID"
                            + " (header, or the parameter lastEventId; 0 for all). A comment every 15 s shows that the line is up.")
    public Multi<OutboundSseEvent> stream(
            @Context Sse sse,
            @HeaderParam("Last-Event-ID") String lastEventIdHeader,
            @QueryParam("lastEventId") String lastEventId) {
        String last = lastEventIdHeader == null || lastEventIdHeader.isEmpty() ? lastEventId : lastEventIdHeader;
        return feed.listen(Sight.of(caller), number(last)).map(signal -> event(sse, signal));
    }

    private static OutboundSseEvent event(Sse sse, AlertSignal signal) {
        return switch (signal) {
            case AlertSignal.Raised(Alert alert) ->
                sse.newEventBuilder()
                        .id(Long.toString(alert.alertId()))
                        .name(alert.kind())
                        .data(String.class, EventJson.write(alert))
                        .build();
            case AlertSignal.StillThere() ->
                sse.newEventBuilder().comment("still there").build();
        };
    }

    private static Long number(String lastEventId) {
        try {
            return lastEventId == null || lastEventId.isEmpty() ? null : Long.valueOf(lastEventId);
        } catch (NumberFormatException notAnAlert) {
            throw ProblemException.invalid("lastEventId", "must be the id of an alert, a number; 0 for all");
        }
    }
}
