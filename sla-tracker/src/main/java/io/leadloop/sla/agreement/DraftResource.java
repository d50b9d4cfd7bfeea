package io.leadloop.sla.agreement;

import io.leadloop.http.Caller;
import io.leadloop.http.PlainText;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.leadloop.messaging.Database;
import io.leadloop.sla.agreement.WriteDraft.Written;
import io.leadloop.sla.agreement.rules.Party;
import io.leadloop.sla.agreement.rules.SignatureRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The next agreement, from the first proposal to the second signature. */
@Path("/v1/agreements")
@ApplicationScoped
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {
    private final WriteDraft writeDraft;
    private final ShowDraft showDraft;
    private final SignDraft signDraft;
    private final Database database;
    private final DraftStore store;
    private final Caller caller;

    DraftResource(
            WriteDraft writeDraft,
            ShowDraft showDraft,
            SignDraft signDraft,
            Database database,
            DraftStore store,
            Caller caller) {
        this.writeDraft = writeDraft;
        this.showDraft = showDraft;
        this.signDraft = signDraft;
        this.database = database;
        this.store = store;
        this.caller = caller;
    }

    /**
     * @param sha256 of the text that was read, in hexadecimal
     * @param party {@code marketing} or {@code sales}; only needed by who could sign for either
     * @param inForceFrom from when it decides; absent: as soon as both have signed
     */
    public record SignatureBody(
            @NotBlank @PlainText(max = 64) String sha256,
            @PlainText(max = 20) String party,
            Instant inForceFrom) {}

    @PUT
    @Path("/draft")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.MARKETING, Roles.MANAGER})
    @Operation(
            summary = "Put a text on the table",
            description =
                    "YAML, at most 100 KB. Another text needs new signatures. If-Match with the ETag of the draft that you"
                            + " started from keeps you from overwriting another's.")
    @APIResponse(responseCode = "200", description = "The draft: what it changes, which examples it breaks, who signed")
    @APIResponse(responseCode = "412", description = "Somebody else has written meanwhile")
    @APIResponse(responseCode = "422", description = "The text is no agreement: all problems with line and column")
    public Uni<Response> write(byte[] text, @HeaderParam("If-Match") String ifMatch) {
        Optional<String> insteadOf = Optional.ofNullable(ifMatch)
                .map(tag -> tag.replaceAll("^W/|\"", ""))
                .filter(tag -> !tag.equals("*"));
        return writeDraft.write(utf8(text), caller.name(), insteadOf).chain(written -> switch (written) {
            case Written.Kept(Draft draft) -> showDraft.show(draft).map(DraftResource::answer);
            case Written.NotRead(var problems) -> Uni.createFrom().item(NotAnAgreement.response(problems));
        });
    }

    @GET
    @Path("/draft")
    @RolesAllowed({Roles.MARKETING, Roles.SALES, Roles.MANAGER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "The draft: what it would change, which examples it breaks, who signed")
    @APIResponse(responseCode = "404", description = "There is no draft")
    public Uni<Response> draft() {
        return showDraft.show().map(DraftResource::answer);
    }

    @DELETE
    @Path("/draft")
    @RolesAllowed({Roles.MARKETING, Roles.MANAGER})
    @Operation(summary = "Withdraw the draft", description = "What is in force stays so.")
    @APIResponse(responseCode = "204", description = "There is no draft now")
    public Uni<Void> withdraw() {
        return database.transaction(tx -> store.lock(tx).chain(() -> store.remove(tx)));
    }

    @POST
    @Path("/{version}/signatures")
    @RolesAllowed({Roles.MARKETING, Roles.MANAGER})
    @Operation(
            summary = "Sign the draft",
            description =
                    "Marketing signs for Marketing, a manager for Sales. The hash says which text was read. With both"
                            + " signatures it is in force from the named time, or at once.")
    @APIResponse(responseCode = "200", description = "Signed; waiting for the other side, or signed by both")
    @APIResponse(responseCode = "403", description = "The same person signed for the other side")
    @APIResponse(responseCode = "409", description = "The text was changed, breaks an example, or is signed already")
    public Uni<SignatureAnswer> sign(@PathParam("version") int version, @NotNull @Valid SignatureBody body) {
        return signDraft.sign(new SignatureRequest(
                version, body.sha256(), party(body.party()), caller.name(), Optional.ofNullable(body.inForceFrom())));
    }

    private Party party(String wanted) {
        boolean marketing = caller.has(Roles.MARKETING);
        boolean sales = caller.has(Roles.MANAGER);
        if (wanted == null) {
            if (marketing && sales) {
                throw ProblemException.invalid("party", "is needed, since you may sign for either: marketing or sales");
            }
            return marketing ? Party.MARKETING : Party.SALES;
        }
        return switch (wanted) {
            case "marketing" -> allowed(marketing, Party.MARKETING);
            case "sales" -> allowed(sales, Party.SALES);
            default -> throw ProblemException.invalid("party", "must be marketing or sales");
        };
    }

    private static Party allowed(boolean may, Party party) {
        if (!may) {
            throw ProblemException.forbidden("Your role does not sign for " + party.word() + ".");
        }
        return party;
    }

    private static Response answer(DraftAnswer draft) {
        return Response.ok(draft).tag(new EntityTag(draft.sha256())).build();
    }

    private static String utf8(byte[] text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw ProblemException.invalid("body", "must be text in UTF-8");
        }
    }
}
