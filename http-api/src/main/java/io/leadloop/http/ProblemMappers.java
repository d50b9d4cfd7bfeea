package io.leadloop.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.leadloop.http.Problem.Violation;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Ids;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever went wrong into a problem that tells the client what to do, and nothing about our insides. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Seldom UNAVAILABLE = new Seldom(System::nanoTime, LOG::warn);

    @ServerExceptionMapper
    public Response refused(ProblemException refusal, UriInfo uri) {
        Response.ResponseBuilder response = refusal.problem(uri.getPath()).response();
        refusal.retryAfterSeconds()
                .ifPresent(seconds -> response.header("Retry-After", null).header("Retry-After", seconds));
        return response.build();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid, UriInfo uri) {
        List<Violation> violations = invalid.getConstraintViolations().stream()
                .map(violation -> new Violation(field(violation.getPropertyPath()), violation.getMessage()))
                .sorted((left, right) -> left.field().compareTo(right.field()))
                .toList();
        return ProblemException.invalid(violations)
                .problem(uri.getPath())
                .response()
                .build();
    }

    @ServerExceptionMapper({MismatchedInputException.class, JacksonException.class})
    public Response unreadable(JacksonException unreadable, UriInfo uri) {
        return JsonProblems.of(unreadable, uri.getPath()).response().build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException failure, UriInfo uri) {
        return Problem.of(
                        401,
                        "unauthenticated",
                        "Who are you?",
                        "Send a valid bearer token: Authorization: Bearer <token>. It is missing, expired or not from the"
                                + " issuer that this installation trusts.",
                        uri.getPath())
                .response()
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure, UriInfo uri) {
        return Problem.of(
                        403,
                        "forbidden",
                        "Not allowed",
                        "The roles of this token do not allow this call; the API description names those that do.",
                        uri.getPath())
                .response()
                .build();
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JacksonException unreadable) {
            return unreadable(unreadable, uri);
        }
        Response given = failure.getResponse();
        Response.StatusType status = given.getStatusInfo();
        if (status.getStatusCode() < 400) {
            return given;
        }
        return Problem.of(
                        status.getStatusCode(),
                        "http-" + status.getStatusCode(),
                        status.getReasonPhrase(),
                        detail(status.getStatusCode()),
                        uri.getPath())
                .response()
                .build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, UriInfo uri) {
        if (Failures.isOperational(failure)) {
            UNAVAILABLE.say(failure.getMessage(), uri.getPath());
            return Problem.of(
                            503,
                            "unavailable",
                            "Not available right now",
                            "The service cannot reach its database. Nothing of this request was certainly stored: send it"
                                    + " again after the time in Retry-After, with the same Idempotency-Key if it had one.",
                            uri.getPath())
                    .response()
                    .build();
        }
        UUID incident = Ids.next();
        LOG.errorf(failure, "%s failed, incident %s", uri.getPath(), incident);
        return Problem.of(
                        500,
                        "internal",
                        "Something went wrong here",
                        "This is a defect. The service's log has it as incident " + incident + ".",
                        uri.getPath())
                .response()
                .build();
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address. /q/openapi lists what there is.";
            case 405 -> "This address does not take that method. /q/openapi lists what there is.";
            case 406 -> "None of the media types in Accept can be produced here.";
            case 413 -> "The body is too large.";
            case 415 -> "Send the body in the media type that /q/openapi names, usually application/json.";
            default -> "The request could not be served.";
        };
    }

    /** Drops the method and parameter names that Bean Validation puts before the field. */
    private static String field(Path path) {
        List<Path.Node> nodes = StreamSupport.stream(path.spliterator(), false).toList();
        String field = nodes.stream()
                .skip(nodes.size() > 2 ? 2 : 1)
                .map(Path.Node::toString)
                .reduce((left, right) -> left + "." + right)
                .orElse(path.toString());
        return field;
    }
}
