package io.leadloop.scoring.learned;

import io.leadloop.http.Caller;
import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.messaging.Database;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /v1/learned-model}: what the closed loop taught, for everybody who reads scores. */
@Path("/v1/learned-model")
@RolesAllowed({Roles.SALES, Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Cancellable(false)
@Tag(name = "Learned score", description = "How likely leads are to be won, learned from outcomes. Advice only.")
public class LearnedModelResource {
    private static final String VERSION = "{version: [0-9]{1,9}}";

    private final Database database;
    private final LearningStore learning;
    private final ExampleStore examples;
    private final LearningSettings settings;
    private final Caller caller;

    LearnedModelResource(
            Database database,
            LearningStore learning,
            ExampleStore examples,
            LearningSettings settings,
            Caller caller) {
        this.database = database;
        this.learning = learning;
        this.examples = examples;
        this.settings = settings;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The model that leads show, with its card",
            description =
                    "Period, counts, AUC on later leads with its 95 % interval, calibration, Brier score, factors."
                            + " Below 50 won and 50 lost leads it says how many are missing.")
    public Uni<LearnedModelAnswer> present() {
        return database.transaction(this::present);
    }

    @GET
    @Path("/versions")
    @Operation(
            summary = "All models that were trained, newest first",
            description = "state: present, earlier, or refused with its reason. Without their cards.")
    public Uni<Page<ModelVersion>> versions(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        int before = page.from().map(LearnedModelResource::version).orElse(Integer.MAX_VALUE);
        return database.transaction(tx -> learning.state(tx)
                .chain(state -> learning.newest(tx, before, page.limit() + 1)
                        .map(rows -> Page.of(
                                rows,
                                page.limit(),
                                row -> new Cursor(row.madeAt, Integer.toString(row.version)),
                                row -> ModelVersion.listed(row, state)))));
    }

    @GET
    @Path("/" + VERSION)
    @Operation(summary = "One model with its card")
    @APIResponse(responseCode = "404", description = "No such model was trained")
    public Uni<ModelVersion> one(@PathParam("version") int version) {
        return database.transaction(tx ->
                find(tx, version).chain(row -> learning.state(tx).map(state -> ModelVersion.whole(row, state))));
    }

    @POST
    @Path("/" + VERSION + "/restore")
    @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
    @Operation(
            summary = "Show an earlier model again",
            description = "It stays, and nothing new is learned, until /v1/learned-model/resume.")
    @APIResponse(responseCode = "404", description = "No such model was trained")
    @APIResponse(responseCode = "409", description = "It was refused and never shown")
    public Uni<LearnedModelAnswer> restore(@PathParam("version") int version) {
        String by = caller.name();
        return database.transaction(tx -> find(tx, version).chain(row -> {
            if (row.refusal != null) {
                throw new ProblemException(
                        409,
                        "never-shown",
                        "This model was never shown",
                        "Version " + version + " was refused: " + row.refusal + ". Restore one that was shown.");
            }
            return learning.hold(tx, version, by).chain(() -> present(tx));
        }));
    }

    @POST
    @Path("/resume")
    @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
    @Operation(
            summary = "Let learning go on after a restore",
            description = "The restored model stays until one that is no worse takes its place. Again is harmless.")
    public Uni<LearnedModelAnswer> resume() {
        return database.transaction(tx -> learning.resume(tx).chain(() -> present(tx)));
    }

    private Uni<LearnedModelAnswer> present(Mutiny.StatelessSession tx) {
        return examples.counts(tx, settings.silenceIsLost())
                .chain(counts -> learning.state(tx)
                        .chain(state -> state.present == null
                                ? Uni.createFrom().item(LearnedModelAnswer.unknown(state, counts))
                                : find(tx, state.present)
                                        .map(row -> LearnedModelAnswer.published(state, counts, row))));
    }

    private Uni<ModelRow> find(Mutiny.StatelessSession tx, int version) {
        return learning.find(tx, version)
                .map(row -> row.orElseThrow(() -> ProblemException.notFound(
                        "No model " + version + " was trained. See /v1/learned-model/versions.")));
    }

    private static int version(Cursor cursor) {
        if (!cursor.id().matches("[0-9]{1,9}")) {
            throw ProblemException.invalid("cursor", "is not one that this list gave; start again without it");
        }
        return Integer.parseInt(cursor.id());
    }
}
