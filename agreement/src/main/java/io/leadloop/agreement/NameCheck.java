package io.leadloop.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what is named exists in a list of the document. */
final class NameCheck {
    private NameCheck() {}

    /** @param also names that are there without being written */
    static Optional<Problem> problem(YamlTree tree, String path, String what, String list, List<String> also) {
        List<String> names = new ArrayList<>();
        tree.root().at(list).forEach(one -> names.add(one.path("name").asText()));
        JsonNode name = tree.root().at(path);
        if (!name.isTextual() || names.contains(name.textValue()) || also.contains(name.textValue())) {
            return Optional.empty();
        }
        String message = "There is no %s '%s'.".formatted(what, name.textValue());
        return Optional.of(tree.at(path, message, names.isEmpty() ? "" : Nearest.suggestion(name.textValue(), names)));
    }
}
