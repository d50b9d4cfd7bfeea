package io.leadloop.intake.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadloop.http.Caller;
import io.leadloop.http.Page;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.intake.lead.CaptureLeads.Keyed;
import io.leadloop.intake.lead.IdempotencyKeys.IdempotencyKey;
import io.leadloop.intake.lead.rules.CaptureOutcome;
import io.leadloop.intake.lead.rules.CaptureOutcome.Captured;
import io.leadloop.intake.lead.rules.CaptureOutcome.Joined;
import io.leadloop.intake.lead.rules.CaptureOutcome.KeyReused;
import io.leadloop.intake.lead.rules.CaptureOutcome.Replayed;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Leads in, leads out. */
@Path("/v1/leads")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class LeadsResource {
    private static final Logger LOG = Logger.getLogger(LeadsResource.class);
    private static final int MAX_KEY_LENGTH = 255;

    private final LeadWriter writer;
    private final Database database;
    private final LeadStore leads;
    private final Caller caller;
    private final ObjectMapper json;

    LeadsResource(LeadWriter writer, Database database, LeadStore leads, Caller caller, ObjectMapper json) {
        this.writer = writer;
        this.database = database;
        this.leads = leads;
        this.caller = caller;
        this.json = json;
    }

    /** @param status {@code captured}: a new lead; {@code joined}: it belongs to a known one */
    public record Answer(UUID leadId, String status) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INTAKE, Roles.CRM, Roles.ADMIN})
    @Operation(
            summary = "Post a lead",
            description =
                    "With an Idempotency-Key (kept for 24 hours) the same post may be sent again: it is answered alike and"
                            + " counts once.")
    @APIResponse(responseCode = "201", description = "A new lead, durably stored")
    @APIResponse(responseCode = "200", description = "Joined to the lead that has this e-mail or externalId")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another content")
    public Uni<Response> post(
            @NotNull(message = "is missing: send the lead as JSON") @Valid LeadRequest request,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @HeaderParam("traceparent") String traceparent) {
        Optional<IdempotencyKey> key = Submissions.text(idempotencyKey).map(given -> key(given, request));
        return writer.write(new Keyed(Submissions.of(request, Instant.now()), key, Trace.of(traceparent)))
                .map(LeadsResource::answer);
    }

    @GET
    @Path("/{leadId}")
    @RolesAllowed({Roles.MARKETING, Roles.OPS, Roles.CRM, Roles.ADMIN})
    @Operation(summary = "One lead; masked for marketing and ops. Sales reads the person on the hand-off.")
    public Uni<LeadView> get(@PathParam("leadId") UUID leadId) {
        boolean whole = seesPersons();
        logAccess(whole, leadId.toString());
        return database.transaction(tx -> leads.find(tx, leadId))
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("No lead has the id " + leadId)))
                .map(row -> whole ? LeadView.whole(row) : LeadView.masked(row));
    }

    @GET
    @RolesAllowed({Roles.CRM, Roles.ADMIN})
    @Operation(summary = "The lead with this e-mail, as a list of at most one")
    public Uni<Page<LeadView>> find(@QueryParam("email") String email) {
        if (email == null) {
            throw ProblemException.invalid("email", "is missing: GET /v1/leads?email=name@example.com");
        }
        String normalized = Submissions.email(email);
        return database.transaction(tx -> leads.findByEmail(tx, normalized)).map(found -> {
            found.ifPresent(row -> logAccess(true, row.leadId.toString()));
            return new Page<>(found.map(LeadView::whole).stream().toList(), null);
        });
    }

    private boolean seesPersons() {
        return caller.has(Roles.ADMIN) || caller.has(Roles.CRM);
    }

    private void logAccess(boolean whole, String leadId) {
        if (whole && caller.has(Roles.ADMIN)) {
            LOG.infof("%s reads lead %s with personal data", caller.name(), leadId);
        }
    }

    /** Accepts the key quoted, as the IETF draft has it, or bare, as most clients send it. */
    private IdempotencyKey key(String given, LeadRequest request) {
        String bare = given.length() > 1 && given.startsWith("\"") && given.endsWith("\"")
                ? given.substring(1, given.length() - 1)
                : given;
        if (bare.length() > MAX_KEY_LENGTH || !bare.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw ProblemException.invalid(
                    "Idempotency-Key", "must be 1 to " + MAX_KEY_LENGTH + " visible ASCII characters");
        }
        return new IdempotencyKey(caller.name(), bare, fingerprint(request));
    }

    private String fingerprint(LeadRequest request) {
        try {
            byte[] content = json.writeValueAsBytes(request);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("A request that was read can be written", impossible);
        }
    }

    private static Response answer(CaptureOutcome outcome) {
        return switch (outcome) {
            case Captured captured -> created(captured.leadId(), "captured");
            case Joined joined -> ok(joined.leadId(), "joined");
            case Replayed replayed ->
                replayed.status().equals("captured")
                        ? created(replayed.leadId(), "captured")
                        : ok(replayed.leadId(), replayed.status());
            case KeyReused reused ->
                throw new ProblemException(
                        422,
                        "idempotency-key-reused",
                        "The Idempotency-Key was used before",
                        "A post with this Idempotency-Key and another content was answered before. Use a new key for a new"
                                + " submission.");
        };
    }

    private static Response created(UUID leadId, String status) {
        return Response.created(URI.create("/v1/leads/" + leadId))
                .entity(new Answer(leadId, status))
                .build();
    }

    private static Response ok(UUID leadId, String status) {
        return Response.ok(new Answer(leadId, status))
                .location(URI.create("/v1/leads/" + leadId))
                .build();
    }
}
