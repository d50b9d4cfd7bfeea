package io.leadloop.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.leadloop.events.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From text to agreement. Shape, conditions and what fields mean to each other are checked independently, so that one reading
 * names all problems.
 */
final class AgreementReader {

    /** As JSON a text may become twice as long, and an event carries at most 240,000 characters. */
    static final int MAX_BYTES = 100 * 1024;

    static final JsonMapper MAPPER = (JsonMapper) EventJson.mapper().registerModule(new Jdk8Module());

    private AgreementReader() {}

    static AgreementReading read(String yaml) {
        return read(yaml, Optional.empty());
    }

    /** @param draftAt when it is saved, if it is a draft: more is asked of it then */
    static AgreementReading read(String yaml, Optional<Instant> draftAt) {
        if (yaml.length() > MAX_BYTES || yaml.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return refused(List.of(new Problem(1, 1, "", "The text is larger than 100 KB.", "Shorten it.")));
        }
        YamlTree tree = YamlTree.of(yaml);
        if (!tree.isReadable()) {
            return refused(tree.problems());
        }
        ConditionCheck conditions = ConditionCheck.of(tree);
        List<Problem> problems = new ArrayList<>(tree.problems());
        problems.addAll(SchemaCheck.problems(tree));
        problems.addAll(conditions.problems());
        problems.addAll(MeaningCheck.problems(tree));
        draftAt.ifPresent(now -> problems.addAll(DraftCheck.problems(tree, conditions.byPath(), now)));
        return problems.isEmpty() ? valid(yaml, document(tree.root()), conditions.conditions()) : refused(problems);
    }

    private static AgreementReading valid(String yaml, AgreementDocument document, Conditions conditions) {
        return new AgreementReading.Valid(new Agreement(
                yaml, AgreementHash.sha256(yaml), document, conditions, Calendars.of(document.calendars())));
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
