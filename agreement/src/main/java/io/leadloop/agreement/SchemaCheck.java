package io.leadloop.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The document's shape, by the same JSON Schema that gives editors completion. What is wrong is said in the words of the person
 * who writes an agreement, with the schema's own description of the field.
 */
final class SchemaCheck {

    private static final String TEXT = DefaultAgreement.resource("agreement.schema.json");
    private static final JsonNode SOURCE = parse(TEXT);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);
    private static final Schema CALENDAR = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(onlyCalendar(), InputFormat.JSON);

    private final YamlTree tree;

    private SchemaCheck(YamlTree tree) {
        this.tree = tree;
    }

    static List<Problem> problems(YamlTree tree) {
        return problems(tree, SCHEMA);
    }

    /** Of a calendar that stands alone. */
    static List<Problem> calendarProblems(YamlTree tree) {
        return problems(tree, CALENDAR);
    }

    private static String onlyCalendar() {
        ObjectNode schema = SOURCE.deepCopy();
        schema.retain("$schema", "$defs");
        return schema.put("$ref", "#/$defs/calendar").toString();
    }

    private static List<Problem> problems(YamlTree tree, Schema schema) {
        SchemaCheck check = new SchemaCheck(tree);
        List<Problem> problems = new ArrayList<>();
        schema.validate(
                        tree.root().toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .forEach(error -> check.explain(error, problems::add));
        return problems;
    }

    private void explain(Error error, Consumer<Problem> problems) {
        String path = error.getInstanceLocation().toString();
        if (error.getEvaluationPath().toString().contains("/anyOf/")) {
            if (error.getEvaluationPath().toString().contains("/anyOf/0/")) {
                problems.accept(tree.at(path, "A rule needs 'when', 'activity' or both.", ""));
            }
            return;
        }
        String keyword = error.getKeyword();
        switch (keyword) {
            case "additionalProperties" -> problems.accept(unknownField(path, error));
            case "required" -> problems.accept(tree.at(path, "Field '" + error.getProperty() + "' is missing.", ""));
            default -> problems.accept(tree.at(path, message(keyword, path, error), expected(keyword, error)));
        }
    }

    private Problem unknownField(String path, Error error) {
        String name = error.getProperty();
        List<String> known = new ArrayList<>();
        schemaOf(error).path("properties").fieldNames().forEachRemaining(known::add);
        return tree.atName(
                YamlTree.pointer(path, name),
                "'" + name + "' is not a field here.",
                known.isEmpty() ? "" : Nearest.suggestion(name, known));
    }

    private String message(String keyword, String path, Error error) {
        JsonNode value = tree.root().at(path);
        String written = value.isTextual() ? "'" + value.textValue() + "'" : value.toString();
        JsonNode limit = schemaOf(error).path(keyword);
        return switch (keyword) {
            case "type" -> "Expected " + typeNames(limit) + ", found " + typeName(value) + ".";
            case "enum" -> written + " is not possible here.";
            case "pattern", "format" -> written + " is not understood.";
            case "minimum" -> written + " is too small: at least " + limit + ".";
            case "maximum" -> written + " is too large: at most " + limit + ".";
            case "exclusiveMinimum" -> written + " is too small: it must be more than " + limit + ".";
            case "exclusiveMaximum" -> written + " is too large: it must be less than " + limit + ".";
            case "minItems", "minProperties" -> "At least " + limit + " is needed here.";
            case "maxItems", "maxProperties" -> "At most " + limit + " can be here, found " + value.size() + ".";
            case "maxLength" -> "The text is longer than " + limit + " characters.";
            case "uniqueItems" -> "Something is in this list twice.";
            case "dependentRequired" -> "'halfLife' and 'linear' need 'activity': only what a lead did fades.";
            case "not" -> "An activity fades in one way. Write halfLife or linear, not both.";
            default -> error.getMessage();
        };
    }

    private String expected(String keyword, Error error) {
        JsonNode schema = schemaOf(error);
        if (keyword.equals("enum")) {
            List<String> possible = new ArrayList<>();
            schema.path("enum").forEach(value -> possible.add(value.asText()));
            return "Possible: " + String.join(", ", possible) + ".";
        }
        String description = schema.path("description").asText();
        boolean helps = (keyword.equals("pattern") || keyword.equals("format")) && !description.isEmpty();
        return helps ? "Write " + description + "." : "";
    }

    private static JsonNode schemaOf(Error error) {
        return SOURCE.at(com.fasterxml.jackson.core.JsonPointer.compile(
                        error.getSchemaLocation().getFragment().toString())
                .head());
    }

    private static String typeNames(JsonNode types) {
        if (!types.isArray()) {
            return typeName(types.asText());
        }
        List<String> names = new ArrayList<>();
        types.forEach(type -> names.add(typeName(type.asText())));
        return String.join(" or ", names);
    }

    private static String typeName(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            default -> "fields";
        };
    }

    private static String typeName(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> value.isIntegralNumber() ? "a whole number" : "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case OBJECT -> "fields";
            default -> "nothing";
        };
    }

    private static JsonNode parse(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The module's own schema is no JSON", impossible);
        }
    }
}
