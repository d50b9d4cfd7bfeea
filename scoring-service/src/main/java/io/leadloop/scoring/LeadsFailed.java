package io.leadloop.scoring;

import io.leadloop.messaging.Failures;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leads that could not be scored together for what lies in one of them, not for the surroundings. */
final class LeadsFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<UUID> leadIds;

    private LeadsFailed(List<ScoreRow> rows, Throwable cause) {
        super(cause);
        this.leadIds = rows.stream().map(row -> row.leadId).toList();
    }

    /** The same work; if it fails, the failure says for whom. */
    static <T> Uni<T> named(List<ScoreRow> rows, Uni<T> work) {
        return work.onFailure(failure -> !Failures.isOperational(failure))
                .transform(failure -> new LeadsFailed(rows, failure));
    }

    List<UUID> leadIds() {
        return leadIds;
    }

    /** Kinds of failures and where in our code; messages may quote the lead. */
    String why() {
        String kinds = Stream.iterate(getCause(), cause -> cause != null, Throwable::getCause)
                .limit(5)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(", caused by "));
        return Stream.iterate(getCause(), cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> Stream.of(cause.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith("io.leadloop."))
                .findFirst()
                .map(frame -> kinds + " at " + frame)
                .orElse(kinds);
    }
}
