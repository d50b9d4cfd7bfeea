package io.leadloop.imports;

import io.leadloop.messaging.TraceSource;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a service can import. Every bean of this type is a kind that {@code POST /v1/imports} takes. */
public interface ImportKind {

    /** What a mapping calls it, for example {@code leads}. */
    String name();

    /** The fields that a column can be mapped to. */
    Set<String> fields();

    /** Those among them that are times; they arrive as RFC 3339 in UTC. */
    Set<String> timeFields();

    /** Applies the rows in the given transaction and says for each, in the same order, what became of it. */
    Uni<List<RowOutcome>> apply(Mutiny.StatelessSession tx, List<ImportRow> rows, TraceSource cause);
}
