package io.leadloop.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelValidationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The document's conditions: every {@code when}, wherever it stands, whether the rest is in order or not. */
final class ConditionCheck {

    private static final int MAX_LENGTH = 2_000;

    private final YamlTree tree;
    private final Map<String, CompiledCondition> compiled = new HashMap<>();
    private final Map<String, CompiledCondition> byPath = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private ConditionCheck(YamlTree tree) {
        this.tree = tree;
    }

    static ConditionCheck of(YamlTree tree) {
        ConditionCheck check = new ConditionCheck(tree);
        check.walk(tree.root(), "");
        return check;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Every condition that is one, by where it stands. */
    Map<String, CompiledCondition> byPath() {
        return Collections.unmodifiableMap(byPath);
    }

    /** Of every condition that is one. */
    Conditions conditions() {
        return new Conditions(compiled);
    }

    private void walk(JsonNode node, String path) {
        if (path.equals("/examples")) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String pointer = YamlTree.pointer(path, field.getKey());
            if (field.getKey().equals("when") && field.getValue().isTextual()) {
                compile(pointer, field.getValue().textValue());
            } else {
                walk(field.getValue(), pointer);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), path + "/" + i);
        }
    }

    private void compile(String path, String text) {
        if (text.length() > MAX_LENGTH) {
            return;
        }
        try {
            CompiledCondition condition = compiled.containsKey(text) ? compiled.get(text) : Conditions.compile(text);
            compiled.put(text, condition);
            byPath.put(path, condition);
            if (!condition.asked().isEmpty() && !path.startsWith("/scorecard/")) {
                problems.add(tree.at(
                        path,
                        "Only rules of the scorecard can ask what a lead did.",
                        "Ask for the profile or the touches here."));
            }
        } catch (CelValidationException refused) {
            problems.addAll(ConditionProblems.of(tree, path, text, refused.getErrors()));
        }
    }
}
