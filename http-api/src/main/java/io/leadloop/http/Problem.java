package io.leadloop.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.leadloop.events.EventJson;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * A refusal in the form of RFC 9457.
 *
 * @param type an address that names the kind of problem and stays the same
 * @param detail what was wrong this time and what to do
 * @param violations the fields that are wrong, empty where the problem is another
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonInclude(Include.NON_EMPTY) List<Violation> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final String TYPES = "https://leadloop.io/problems/";

    /** @param field where in the request, for example {@code profile.email} */
    public record Violation(String field, String message) {}

    static Problem of(int status, String slug, String title, String detail, String instance) {
        return new Problem(TYPES + slug, title, status, detail, instance, List.of());
    }

    static Problem invalid(String detail, String instance, List<Violation> violations) {
        return new Problem(TYPES + "invalid-request", "The request is not valid", 400, detail, instance, violations);
    }

    Response.ResponseBuilder response() {
        Response.ResponseBuilder response = Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(EventJson.write(this))
                .header("Cache-Control", "no-store");
        return status == 503 ? response.header("Retry-After", RETRY_AFTER_SECONDS) : response;
    }
}
