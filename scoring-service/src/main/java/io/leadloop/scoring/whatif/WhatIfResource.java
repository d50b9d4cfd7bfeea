package io.leadloop.scoring.whatif;

import com.fasterxml.jackson.databind.util.RawValue;
import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.AgreementReading;
import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.events.EventJson;
import io.leadloop.http.Caller;
import io.leadloop.http.Cursor;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A draft against all stored leads, before anybody signs it. */
@Path("/v1/what-if")
@ApplicationScoped
public class WhatIfResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final int MOST_WEEKS = 52;

    private final WhatIf whatIf;
    private final Agreements agreements;
    private final Caller caller;
    private final Set<String> asking = ConcurrentHashMap.newKeySet();

    WhatIfResource(WhatIf whatIf, Agreements agreements, Caller caller) {
        this.whatIf = whatIf;
        this.agreements = agreements;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(NDJSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MARKETING, Roles.MANAGER})
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "What a draft would do to the leads that are stored",
            description =
                    "The body is the draft (YAML, at most 100 KB). The answer is a line of JSON a time: progress, and as the last"
                            + " one the result: who changes grade and why, MQLs per week, load of pools and teams, and what became of"
                            + " those who would newly or no longer qualify. weeks: 1 to 52; limit and cursor: the page of changed"
                            + " leads. One at a time for each caller; who hangs up ends it. Nothing is saved.")
    @APIResponse(responseCode = "200", description = "Lines of JSON, the last one with type result")
    @APIResponse(responseCode = "409", description = "One of yours is still running")
    @APIResponse(responseCode = "422", description = "The text is no agreement: all problems with line and column")
    public Multi<RawValue> tried(
            byte[] text,
            @QueryParam("weeks") Integer weeks,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        WhatIf.Asked asked = asked(weeks, limit, cursor);
        String name = caller.name();
        Uni<AgreementReading> reading = Uni.createFrom()
                .item(() -> Agreement.readDraft(utf8(text), Instant.now()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        Multi<WhatIfRecord> answer = reading.chain(read -> switch (read) {
                    case AgreementReading.Invalid invalid ->
                        Uni.createFrom().<Agreement>failure(new NotAnAgreement.Refusal(invalid.problems()));
                    case AgreementReading.Valid valid -> Uni.createFrom().item(valid.agreement());
                })
                .chain(draft -> agreements.current().map(inForce -> whatIf.tried(draft, inForce, asked)))
                .onItem()
                .transformToMulti(records -> records);
        return Multi.createFrom().deferred(() -> {
            if (!asking.add(name)) {
                return Multi.createFrom().<RawValue>failure(stillRunning());
            }
            return answer.map(line -> new RawValue(EventJson.write(line)))
                    .onTermination()
                    .invoke(() -> asking.remove(name));
        });
    }

    @ServerExceptionMapper
    public Response notAnAgreement(NotAnAgreement.Refusal refusal) {
        return Response.status(422)
                .type(MediaType.valueOf(io.leadloop.http.Problem.MEDIA_TYPE))
                .entity(EventJson.write(refusal.answer()))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static WhatIf.Asked asked(Integer weeks, Integer limit, String cursor) {
        int wanted = weeks == null ? 12 : weeks;
        if (wanted < 1 || wanted > MOST_WEEKS) {
            throw ProblemException.invalid("weeks", "must be between 1 and " + MOST_WEEKS);
        }
        PageRequest page = PageRequest.of(limit, cursor);
        return new WhatIf.Asked(wanted, page.from().map(WhatIfResource::leadId), page.limit());
    }

    private static UUID leadId(Cursor cursor) {
        try {
            return UUID.fromString(cursor.id());
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.invalid("cursor", "is not one that this list gave; start again without it");
        }
    }

    private static ProblemException stillRunning() {
        return new ProblemException(
                409,
                "what-if-running",
                "One of yours is still running",
                "A what-if of yours is still running. Wait for its result, or hang up on it.");
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
