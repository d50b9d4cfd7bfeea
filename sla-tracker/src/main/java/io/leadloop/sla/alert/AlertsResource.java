package io.leadloop.sla.alert;

import io.leadloop.http.Caller;
import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.messaging.Database;
import io.leadloop.sla.Sight;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Warnings and breaches: a rep sees its own, a manager the team's, everybody what was promised of the month. */
@Path("/v1/alerts")
@ApplicationScoped
@Cancellable(false)
public class AlertsResource {
    private final Database database;
    private final AlertStore store;
    private final Caller caller;

    AlertsResource(Database database, AlertStore store, Caller caller) {
        this.database = database;
        this.store = store;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Alerts, newest first",
            description =
                    "Of clocks (promises to a lead: clockId, leadId, action) and of quotas (Marketing's promise of the"
                            + " month: quota, with its figures at that time).")
    public Uni<Page<Alert>> alerts(
            @Parameter(description = "clock or quota") @QueryParam("subject") String subject,
            @Parameter(description = "of a clock warned, breached or escalated; of a quota warned or missed")
                    @QueryParam("kind")
                    String kind,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        AlertStore.Wanted wanted = new AlertStore.Wanted(
                Sight.of(caller),
                oneOf(List.of(Alert.CLOCK, Alert.QUOTA), "subject", subject),
                oneOf(List.of("warned", "breached", "escalated", "missed"), "kind", kind),
                page);
        return database.transaction(tx -> store.newest(tx, wanted))
                .map(rows -> Page.of(
                        rows, page.limit(), row -> new Cursor(row.at, Long.toString(row.alertId)), AlertRow::asTold));
    }

    @POST
    @Path("/{alertId}/acknowledge")
    @RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Say that somebody looks after it", description = "Repeating it changes nothing.")
    @APIResponse(responseCode = "200", description = "Acknowledged, with the name of who did it first")
    @APIResponse(responseCode = "404", description = "There is no such alert, or it is another team's")
    public Uni<Alert> acknowledge(@PathParam("alertId") String alertId) {
        long id = number(alertId);
        Sight sight = Sight.of(caller);
        String by = caller.name();
        return database.transaction(tx -> store.find(tx, id).chain(alert -> {
            if (alert == null || !alert.asTold().concerns(sight)) {
                throw noSuchAlert(alertId);
            }
            return store.acknowledge(tx, id, by).map(AlertRow::asTold);
        }));
    }

    private static String oneOf(List<String> known, String parameter, String value) {
        if (value == null || value.isEmpty() || known.contains(value)) {
            return value == null || value.isEmpty() ? null : value;
        }
        throw ProblemException.invalid(parameter, "must be one of " + String.join(", ", known));
    }

    private static long number(String alertId) {
        try {
            return Long.parseLong(alertId);
        } catch (NumberFormatException notAnId) {
            throw noSuchAlert(alertId);
        }
    }

    private static ProblemException noSuchAlert(String alertId) {
        return ProblemException.notFound("There is no alert " + alertId + " that you can see.");
    }
}
