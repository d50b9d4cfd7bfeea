package io.leadloop.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * YAML as a JSON tree that remembers where each field stood, so that every later check can say line and column. Scalars are read
 * as YAML 1.2 reads them: {@code NO} is a country and {@code 09:30} a time of day, not a boolean and a number.
 */
final class YamlTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 30;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Mark> values = new HashMap<>();
    private final Map<String, Mark> keys = new HashMap<>();
    private final JsonNode root;

    private YamlTree(String text) {
        root = parse(text);
    }

    static YamlTree of(String text) {
        return new YamlTree(text);
    }

    /** Null when the text is no YAML; then there are problems. */
    JsonNode root() {
        return root;
    }

    List<Problem> problems() {
        return problems;
    }

    /** A problem with the value at a JSON pointer. */
    Problem at(String path, String message, String suggestion) {
        return problem(values.get(path), 0, path, message, suggestion);
    }

    /** A problem with the name of the field at a JSON pointer. */
    Problem atKey(String path, String message, String suggestion) {
        return problem(keys.getOrDefault(path, values.get(path)), 0, path, message, suggestion);
    }

    /** A problem inside a one-line text, {@code offset} characters after its first. */
    Problem inside(String path, int offset, String message, String suggestion) {
        return problem(values.get(path), offset, path, message, suggestion);
    }

    private static Problem problem(Mark mark, int offset, String path, String message, String suggestion) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1 + offset;
        return new Problem(line, column, path, message, suggestion);
    }

    private JsonNode parse(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(MAX_DEPTH);
        DumperOptions unused = new DumperOptions();
        Yaml yaml = new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits, new YamlScalars());
        try {
            Node node = yaml.compose(new StringReader(text));
            return node == null ? JSON.objectNode() : convert(node, "");
        } catch (MarkedYAMLException broken) {
            String what = broken.getProblem() == null ? "this is not YAML" : broken.getProblem();
            problems.add(problem(broken.getProblemMark(), 0, "", "Cannot be read as YAML: " + what + ".", ""));
        } catch (YAMLException broken) {
            problems.add(new Problem(1, 1, "", "Cannot be read as YAML: " + broken.getMessage() + ".", ""));
        }
        return null;
    }

    private JsonNode convert(Node node, String path) {
        values.putIfAbsent(path, node.getStartMark());
        return switch (node) {
            case MappingNode mapping -> object(mapping, path);
            case SequenceNode sequence -> array(sequence, path);
            case ScalarNode scalar -> scalar(scalar);
            default -> JSON.nullNode();
        };
    }

    private ObjectNode object(MappingNode mapping, String path) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple field : mapping.getValue()) {
            if (!(field.getKeyNode() instanceof ScalarNode key)) {
                problems.add(problem(field.getKeyNode().getStartMark(), 0, path, "A field's name must be a text.", ""));
                continue;
            }
            String name = key.getValue();
            String pointer = pointer(path, name);
            if (object.has(name)) {
                problems.add(problem(
                        key.getStartMark(), 0, pointer, "Field '" + name + "' is here twice.", "Remove one of them."));
                continue;
            }
            keys.put(pointer, key.getStartMark());
            object.set(name, convert(field.getValueNode(), pointer));
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String path) {
        ArrayNode array = JSON.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(convert(item, pointer(path, Integer.toString(array.size()))));
        }
        return array;
    }

    /** One level down a JSON pointer (RFC 6901). */
    static String pointer(String path, String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Where the text of a scalar begins: quotes stand before it, a block's text begins on the next line. */
    private JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.INT)) {
            return JSON.numberNode(new java.math.BigInteger(text));
        }
        if (node.getTag().equals(Tag.FLOAT)) {
            return JSON.numberNode(new java.math.BigDecimal(text));
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        return node.getTag().equals(Tag.NULL) ? JSON.nullNode() : JSON.textNode(text);
    }
}
