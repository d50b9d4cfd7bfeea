package io.leadloop.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The document's conditions: every {@code when}, wherever it stands, whether the rest is in order or not. */
final class ConditionCheck {

    private static final int MAX_LENGTH = 2_000;

    private ConditionCheck() {}

    /** Every condition by its JSON pointer. */
    static Map<String, String> conditions(JsonNode root) {
        Map<String, String> found = new TreeMap<>();
        collect(root, "", found);
        return found;
    }

    static List<Problem> problems(YamlTree tree) {
        List<Problem> problems = new ArrayList<>();
        conditions(tree.root()).forEach((path, text) -> {
            if (text.length() <= MAX_LENGTH) {
                problems.addAll(problems(tree, path, text));
            }
        });
        return problems;
    }

    private static List<Problem> problems(YamlTree tree, String path, String text) {
        try {
            Conditions.check(text);
            return List.of();
        } catch (CelValidationException refused) {
            return refused.getErrors().stream()
                    .map(issue -> problem(tree, path, issue))
                    .toList();
        }
    }

    private static Problem problem(YamlTree tree, String path, CelIssue issue) {
        return tree.inside(path, issue.getSourceLocation().getColumn(), issue.getMessage(), "");
    }

    private static void collect(JsonNode node, String path, Map<String, String> found) {
        if (path.equals("/examples")) {
            return;
        }
        node.properties().forEach(field -> {
            String pointer = YamlTree.pointer(path, field.getKey());
            if (field.getKey().equals("when") && field.getValue().isTextual()) {
                found.put(pointer, field.getValue().textValue());
            } else {
                collect(field.getValue(), pointer, found);
            }
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), path + "/" + i, found);
            }
        }
    }
}
