package io.leadloop.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.leadloop.events.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From text to agreement. Shape and conditions are checked together, then what fields mean to each other; each step names all
 * its problems.
 */
final class AgreementReader {

    static final int MAX_BYTES = 256 * 1024;

    private static final JsonMapper MAPPER = (JsonMapper) EventJson.mapper().registerModule(new Jdk8Module());

    private AgreementReader() {}

    static AgreementReading read(String yaml) {
        if (yaml.length() > MAX_BYTES || yaml.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return refused(List.of(new Problem(1, 1, "", "The agreement is larger than 256 KB.", "")));
        }
        YamlTree tree = YamlTree.of(yaml);
        if (tree.root() == null) {
            return refused(tree.problems());
        }
        List<Problem> problems = new ArrayList<>(tree.problems());
        problems.addAll(SchemaCheck.problems(tree));
        problems.addAll(ConditionCheck.problems(tree));
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        Conditions conditions =
                Conditions.compile(ConditionCheck.conditions(tree.root()).values());
        AgreementDocument document = document(tree.root());
        problems.addAll(MeaningCheck.problems(tree, document));
        return problems.isEmpty()
                ? new AgreementReading.Valid(new Agreement(yaml, AgreementHash.sha256(yaml), document, conditions))
                : refused(problems);
    }

    private static AgreementReading refused(List<Problem> problems) {
        return new AgreementReading.Invalid(problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList());
    }

    private static AgreementDocument document(JsonNode root) {
        JsonNode copy = root.deepCopy();
        copy.path("examples").forEach(AgreementReader::separateTouch);
        try {
            return MAPPER.treeToValue(copy, AgreementDocument.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The schema lets something through that the records refuse", impossible);
        }
    }

    /** An example's lead is written as it is posted, its touch among its fields. */
    private static void separateTouch(JsonNode example) {
        JsonNode touch = ((ObjectNode) example.get("lead")).remove("touch");
        if (touch != null) {
            ((ObjectNode) example).putArray("touches").add(touch);
        }
    }
}
