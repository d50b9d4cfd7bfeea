package io.leadloop.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The document's conditions: every {@code when}, wherever it stands, whether the rest is in order or not. */
final class ConditionCheck {

    private static final int MAX_LENGTH = 2_000;

    private final YamlTree tree;
    private final Map<String, CelRuntime.Program> programs = new HashMap<>();
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

    /** Of every condition that is one. */
    Conditions conditions() {
        return new Conditions(programs);
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
        if (text.length() > MAX_LENGTH || programs.containsKey(text)) {
            return;
        }
        try {
            programs.put(text, Conditions.program(text));
        } catch (CelValidationException refused) {
            problems.addAll(ConditionProblems.of(tree, path, text, refused.getErrors()));
        }
    }
}
