package io.leadloop.http;

import io.leadloop.http.Problem.Violation;
import java.util.List;
import java.util.OptionalInt;

/** An expected refusal on its way to the client. Carries no stack trace: it is an answer, not a defect. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String slug;
    private final String title;
    private final transient List<Violation> violations;
    private final transient OptionalInt retryAfterSeconds;

    /** @param slug names the kind of problem in its {@code type}, for example {@code already-answered} */
    public ProblemException(int status, String slug, String title, String detail) {
        this(status, slug, title, detail, List.of());
    }

    private ProblemException(int status, String slug, String title, String detail, List<Violation> violations) {
        this(status, slug, title, detail, violations, OptionalInt.empty());
    }

    private ProblemException(
            int status,
            String slug,
            String title,
            String detail,
            List<Violation> violations,
            OptionalInt retryAfterSeconds) {
        super(detail, null, false, false);
        this.retryAfterSeconds = retryAfterSeconds;
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.violations = List.copyOf(violations);
    }

    /** 400: one field of the request is wrong. */
    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new Violation(field, message)));
    }

    /** 400: these fields of the request are wrong. */
    public static ProblemException invalid(List<Violation> violations) {
        String first =
                violations.getFirst().field() + ": " + violations.getFirst().message();
        String detail = violations.size() == 1 ? first : first + " (and " + (violations.size() - 1) + " more)";
        return new ProblemException(400, "invalid-request", "The request is not valid", detail, violations);
    }

    /** 404. */
    public static ProblemException notFound(String what) {
        return new ProblemException(404, "not-found", "Not found", what);
    }

    /** 403. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(403, "forbidden", "Not allowed", detail);
    }

    /** 503 with Retry-After. */
    public static ProblemException retryLater(String slug, String title, String detail, int afterSeconds) {
        return new ProblemException(503, slug, title, detail, List.of(), OptionalInt.of(afterSeconds));
    }

    OptionalInt retryAfterSeconds() {
        return retryAfterSeconds;
    }

    Problem problem(String instance) {
        Problem plain = Problem.of(status, slug, title, getMessage(), instance);
        return new Problem(plain.type(), title, status, getMessage(), instance, violations);
    }
}
