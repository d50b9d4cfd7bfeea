package io.leadloop.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadloop.http.Caller;
import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.imports.ImportStatus.RowMessage;
import io.leadloop.imports.rules.ImportMapping;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Files in, progress out. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INTAKE, Roles.MARKETING, Roles.CRM, Roles.ADMIN})
@Cancellable(false)
public class ImportsResource {
    private static final int FIRST_MESSAGES = 20;
    private static final Set<String> TOLD_STATES = Set.of("waiting", "skipped", "refused");

    private final Database database;
    private final ImportStore store;
    private final ReceiveImport receive;
    private final Caller caller;
    private final ObjectMapper json;

    ImportsResource(Database database, ImportStore store, ReceiveImport receive, Caller caller, ObjectMapper json) {
        this.database = database;
        this.store = store;
        this.receive = receive;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Import a CSV file",
            description =
                    "Two parts: `mapping` (JSON: kind, columns, constants, formats, zone, delimiter) and `file` (CSV with"
                            + " a header). 202 when all rows are stored; they are then worked off in the background.")
    public Uni<Response> importFile(
            @RestForm("mapping") FileUpload mappingFile,
            @RestForm("file") FileUpload file,
            @HeaderParam("traceparent") String traceparent) {
        if (file == null || mappingFile == null) {
            throw ProblemException.invalid(
                    file == null ? "file" : "mapping",
                    "is missing: send two files, for example curl -F mapping=@mapping.json -F file=@leads.csv");
        }
        return receive.receive(
                        mapping(mappingFile),
                        file.uploadedFile(),
                        file.fileName(),
                        caller.name(),
                        Trace.of(traceparent))
                .chain(this::status)
                .map(status -> Response.accepted(status)
                        .location(URI.create("/v1/imports/" + status.importId()))
                        .build());
    }

    @GET
    @Operation(summary = "Imports, newest first")
    public Uni<Page<ImportStatus>> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return database.transaction(tx -> store.list(tx, page))
                .map(rows -> Page.of(
                        rows,
                        page.limit(),
                        row -> new Cursor(row.createdAt, row.id.toString()),
                        row -> status(row, Map.of(), List.of())));
    }

    @GET
    @Path("/{importId}")
    @Operation(summary = "How far an import is, with the first messages")
    public Uni<ImportStatus> status(@PathParam("importId") UUID importId) {
        return database.transaction(tx -> job(tx, importId)
                .chain(job -> store.counts(tx, importId)
                        .chain(counts -> store.messages(tx, importId, 0, "", FIRST_MESSAGES)
                                .map(messages -> status(job, counts, messages)))));
    }

    @GET
    @Path("/{importId}/rows")
    @Operation(summary = "Rows that were refused, skipped or wait, with the reason, in the file's order")
    public Uni<Page<RowMessage>> rows(
            @PathParam("importId") UUID importId,
            @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        if (state != null && !TOLD_STATES.contains(state)) {
            throw ProblemException.invalid(
                    "state", "must be one of " + TOLD_STATES.stream().sorted().toList());
        }
        PageRequest page = PageRequest.of(limit, cursor);
        int after = page.from().map(from -> Integer.parseInt(from.id())).orElse(0);
        return database.transaction(tx -> job(tx, importId)
                .chain(() -> store.messages(tx, importId, after, state == null ? "" : state, page.limit() + 1)
                        .map(rows -> Page.of(
                                rows,
                                page.limit(),
                                row -> new Cursor(Instant.EPOCH, Integer.toString(row.row())),
                                row -> row))));
    }

    private Uni<ImportJobRow> job(Mutiny.StatelessSession tx, UUID importId) {
        return store.find(tx, importId)
                .map(job -> job.orElseThrow(() -> ProblemException.notFound("No import has the id " + importId)));
    }

    private ImportMapping mapping(FileUpload upload) {
        try {
            return json.readValue(upload.uploadedFile().toFile(), ImportMapping.class);
        } catch (JsonProcessingException unreadable) {
            throw ProblemException.invalid("mapping", "is not a mapping: " + unreadable.getOriginalMessage());
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static ImportStatus status(ImportJobRow job, Map<String, Long> rows, List<RowMessage> messages) {
        return new ImportStatus(
                job.id,
                job.kind,
                job.fileName,
                job.state,
                job.createdBy,
                job.createdAt,
                job.completedAt,
                rows,
                messages);
    }
}
