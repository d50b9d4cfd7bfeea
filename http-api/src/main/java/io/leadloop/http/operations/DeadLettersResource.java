package io.leadloop.http.operations;

import io.leadloop.http.Caller;
import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.PlainText;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.DeadLetter;
import io.leadloop.messaging.DeadLetterState;
import io.leadloop.messaging.DeadLetterStore;
import io.leadloop.messaging.Redrive;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Records that this service could not use: see them, apply them again, or give them up. */
@Path("/v1/dead-letters")
@ApplicationScoped
@Cancellable(false)
@RolesAllowed({Roles.OPS, Roles.ADMIN})
public class DeadLettersResource {
    private final Database database;
    private final DeadLetterStore store;
    private final Redrive redrive;
    private final Caller caller;

    DeadLettersResource(Database database, DeadLetterStore store, Redrive redrive, Caller caller) {
        this.database = database;
        this.store = store;
        this.redrive = redrive;
        this.caller = caller;
    }

    /**
     * Which of those that wait to apply again; what is absent does not matter.
     *
     * @param reason part of the reason for which they were put aside
     * @param limit how many at most, 1–200
     */
    public record RedriveRequest(
            @PlainText(max = 200) String topic,
            @PlainText(max = 200) String reason,
            Integer limit) {}

    /** @param reason why nobody will need it; no personal data */
    public record DiscardRequest(
            @NotBlank @PlainText(max = 500) String reason) {}

    @GET
    @Operation(
            summary = "Dead letters, newest first",
            description =
                    "Filters: state (waiting, redriven, discarded), topic, reason (a part of it). The bytes are never shown.")
    public Uni<Page<DeadLetter>> list(
            @QueryParam("state") String state,
            @QueryParam("topic") String topic,
            @QueryParam("reason") String reason,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        DeadLetter.Filter filter =
                new DeadLetter.Filter(state(state), Optional.ofNullable(topic), Optional.ofNullable(reason));
        Optional<UUID> before = page.from().map(DeadLettersResource::id);
        return database.transaction(tx -> store.newest(tx, filter, before, page.limit()))
                .map(letters -> Page.of(
                        letters,
                        page.limit(),
                        letter -> new Cursor(
                                letter.receivedAt(), letter.deadLetterId().toString()),
                        letter -> letter));
    }

    @GET
    @Path("/{deadLetterId}")
    @Operation(summary = "One dead letter")
    public Uni<DeadLetter> one(@PathParam("deadLetterId") String deadLetterId) {
        UUID id = id(deadLetterId);
        return database.transaction(tx -> store.find(tx, id)).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    @POST
    @Path("/{deadLetterId}/redrive")
    @Operation(
            summary = "Apply it again",
            description = "Says what came of it: redriven, already_applied or still_failing with the reason.")
    @APIResponse(responseCode = "409", description = "It was discarded and its bytes are gone")
    public Uni<RedriveAnswer> redrive(@PathParam("deadLetterId") String deadLetterId) {
        UUID id = id(deadLetterId);
        return redrive.one(id, caller.name())
                .map(outcome -> RedriveAnswer.of(id, outcome.orElseThrow(() -> unknown(id))));
    }

    @POST
    @Path("/redrive")
    @Operation(
            summary = "Apply again all that wait and match",
            description = "Up to 200 in one call, the longest untried first; repeat it while it redrives some.")
    public Uni<RedriveAllAnswer> redriveAll(@NotNull @Valid RedriveRequest request) {
        int limit = PageRequest.of(request.limit() == null ? PageRequest.MAX_LIMIT : request.limit(), null)
                .limit();
        DeadLetter.Filter filter = new DeadLetter.Filter(
                Optional.empty(), Optional.ofNullable(request.topic()), Optional.ofNullable(request.reason()));
        return redrive.all(filter, limit, caller.name()).map(RedriveAllAnswer::of);
    }

    @POST
    @Path("/{deadLetterId}/discard")
    @Operation(
            summary = "Give it up for a reason",
            description = "Its bytes are deleted; repeating it changes nothing.")
    @APIResponse(responseCode = "409", description = "It was redriven before")
    public Uni<DeadLetter> discard(
            @PathParam("deadLetterId") String deadLetterId, @NotNull @Valid DiscardRequest request) {
        UUID id = id(deadLetterId);
        String by = caller.name();
        return database.transaction(
                        tx -> store.discard(tx, id, by, request.reason()).chain(() -> store.find(tx, id)))
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .invoke(letter -> {
                    if (letter.state() == DeadLetterState.REDRIVEN) {
                        throw new ProblemException(
                                409, "already-redriven", "Already redriven", "Dead letter " + id + " was applied.");
                    }
                });
    }

    private static Optional<DeadLetterState> state(String text) {
        return Optional.ofNullable(text)
                .map(label -> DeadLetterState.labelled(label)
                        .orElseThrow(
                                () -> ProblemException.invalid("state", "must be waiting, redriven or discarded")));
    }

    private static UUID id(Cursor cursor) {
        try {
            return UUID.fromString(cursor.id());
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.invalid("cursor", "is not one that this list gave; start again without it");
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound("There is no such dead letter.");
        }
    }

    private static ProblemException unknown(UUID id) {
        return ProblemException.notFound("There is no dead letter " + id + " in this service.");
    }
}
