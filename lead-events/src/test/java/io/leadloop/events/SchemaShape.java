package io.leadloop.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Reads a {@link Shape} from a JSON Schema of ours, references followed. */
final class SchemaShape {

    private static final String TYPES = "types.schema.json";

    private final Map<String, Shape.Field> fields = new TreeMap<>();

    static Shape of(EventType type) {
        SchemaShape shape = new SchemaShape();
        shape.object("", Published.schema(Published.schemaFile(type)));
        return new Shape(shape.fields);
    }

    private void object(String prefix, JsonNode schema) {
        List<String> required = texts(schema.path("required"));
        schema.path("properties")
                .properties()
                .forEach(property ->
                        field(prefix + property.getKey(), property.getValue(), required.contains(property.getKey())));
    }

    private void field(String path, JsonNode referring, boolean required) {
        JsonNode schema = resolve(referring);
        fields.put(path, new Shape.Field(typeOf(schema), required, texts(schema.path("enum"))));
        if (schema.has("items")) {
            field(path + "[]", schema.path("items"), true);
        } else if (schema.has("properties")) {
            object(path + ".", schema);
        }
    }

    private static String typeOf(JsonNode schema) {
        String type = schema.path("type").asText();
        if (schema.has("format")) {
            return type + ":" + schema.path("format").asText();
        }
        if (schema.has("additionalProperties")) {
            return "map:" + typeOf(schema.path("additionalProperties"));
        }
        return type;
    }

    private static JsonNode resolve(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        String pointer = schema.path("$ref").asText().replace(TYPES, "").replace("#", "");
        JsonNode found = Published.schema(TYPES).at(pointer);
        if (found.isMissingNode()) {
            throw new AssertionError("Nothing at " + schema.path("$ref"));
        }
        return found;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
