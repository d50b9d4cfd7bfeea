package io.leadloop.intake.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadloop.http.Problem.Violation;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Activities in. */
@Path("/v1/activities")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class ActivitiesResource {
    private static final int MAX_ACTIVITIES = 100;

    private final Database database;
    private final RecordActivities recordActivities;
    private final ObjectMapper json;
    private final Validator validator;

    ActivitiesResource(Database database, RecordActivities recordActivities, ObjectMapper json, Validator validator) {
        this.database = database;
        this.recordActivities = recordActivities;
        this.json = json;
        this.validator = validator;
    }

    /** @param status {@code recorded}: its lead is known; {@code waiting}: it waits for its lead; {@code repeated}: seen before */
    public record ActivityAnswer(UUID activityId, String status, UUID leadId) {}

    public record Answer(List<ActivityAnswer> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INTAKE, Roles.CRM, Roles.ADMIN})
    @Operation(
            summary = "Record what somebody did: one activity or a list of up to 100",
            description = "An activity of somebody who is not a lead yet waits and counts once the lead is known.")
    @RequestBody(content = @Content(schema = @Schema(oneOf = {ActivityRequest.class, ActivityRequest[].class})))
    public Uni<Response> post(JsonNode body, @HeaderParam("traceparent") String traceparent) {
        List<ActivityRequest> activities = read(body);
        return database.transaction(tx -> recordActivities.record(tx, activities, Instant.now(), Trace.of(traceparent)))
                .map(items -> Response.accepted(new Answer(items)).build());
    }

    private List<ActivityRequest> read(JsonNode body) {
        if (body == null || body.isNull() || (body.isArray() && body.isEmpty())) {
            throw ProblemException.invalid("body", "is empty: send an activity or a list of them");
        }
        if (body.size() > MAX_ACTIVITIES && body.isArray()) {
            throw ProblemException.invalid("body", "has more than " + MAX_ACTIVITIES + " activities");
        }
        List<ActivityRequest> activities = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (JsonNode node : body.isArray() ? body : List.of(body)) {
            String at = body.isArray() ? "[" + activities.size() + "]." : "";
            ActivityRequest activity = json.convertValue(node, ActivityRequest.class);
            if (activity == null) {
                throw ProblemException.invalid(at + "body", "is null: send an activity");
            }
            for (ConstraintViolation<ActivityRequest> violation : validator.validate(activity)) {
                violations.add(new Violation(at + violation.getPropertyPath(), violation.getMessage()));
            }
            activities.add(activity);
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return activities;
    }
}
