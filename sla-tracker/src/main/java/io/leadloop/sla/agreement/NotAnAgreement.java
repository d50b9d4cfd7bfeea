package io.leadloop.sla.agreement;

import io.leadloop.agreement.Problem;
import io.leadloop.events.EventJson;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The refusal of a text that is no agreement: a problem of RFC 9457 with all that is wrong with it.
 *
 * @param problems in the order of the text, each with what to do
 */
public record NotAnAgreement(
        String type, String title, int status, String detail, String instance, List<Problem> problems) {

    static Response response(List<Problem> problems) {
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        NotAnAgreement refusal = new NotAnAgreement(
                "https://leadloop.io/problems/not-an-agreement",
                "The text is not an agreement",
                422,
                problems.getFirst() + more,
                "/v1/agreements/draft",
                problems);
        return Response.status(422)
                .type(MediaType.valueOf(io.leadloop.http.Problem.MEDIA_TYPE))
                .entity(EventJson.write(refusal))
                .header("Cache-Control", "no-store")
                .build();
    }
}
