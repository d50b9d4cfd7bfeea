package io.leadloop.imports;

import io.leadloop.http.ProblemException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds that this service imports. */
@ApplicationScoped
class ImportKinds {
    private final Map<String, ImportKind> byName;

    ImportKinds(@All List<ImportKind> kinds) {
        this.byName = kinds.stream().collect(Collectors.toUnmodifiableMap(ImportKind::name, Function.identity()));
    }

    ImportKind named(String name) {
        ImportKind kind = name == null ? null : byName.get(name);
        if (kind == null) {
            throw ProblemException.invalid(
                    "mapping.kind",
                    "must be one of " + byName.keySet().stream().sorted().toList());
        }
        return kind;
    }
}
