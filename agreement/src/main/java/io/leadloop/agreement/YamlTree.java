package io.leadloop.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.agreement.ScalarText.Position;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
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
 * YAML as a JSON tree that remembers where each field stood, so that every later check can say line and column. A text that is
 * no YAML is an empty object with the problem that says so. Aliases are refused: nobody needs them here, and a few lines of them
 * grow to gigabytes.
 */
final class YamlTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 30;

    private final List<String> lines;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Node> values = new HashMap<>();
    private final Map<String, Node> names = new HashMap<>();
    private final JsonNode root;

    private YamlTree(String text) {
        lines = text.lines().toList();
        root = parse(text);
    }

    static YamlTree of(String text) {
        return new YamlTree(text);
    }

    JsonNode root() {
        return root;
    }

    /** What keeps the text from being read at all, or fields that stand twice. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    boolean isReadable() {
        return values.containsKey("");
    }

    /** A problem with the value at a JSON pointer. */
    Problem at(String path, String message, String suggestion) {
        return problem(start(values.get(path)), path, message, suggestion);
    }

    /** A problem with the name of the field at a JSON pointer. */
    Problem atName(String path, String message, String suggestion) {
        return problem(start(names.getOrDefault(path, values.get(path))), path, message, suggestion);
    }

    /** A problem inside the text at a JSON pointer, {@code line} (from 1) and {@code column} (from 0) of the text itself. */
    Problem inside(String path, int line, int column, String message, String suggestion) {
        Position position = values.get(path) instanceof ScalarNode scalar
                ? ScalarText.position(lines, scalar, line, column)
                : start(values.get(path));
        return problem(position, path, message, suggestion);
    }

    private static Problem problem(Position position, String path, String message, String suggestion) {
        return new Problem(position.line(), position.column(), path, message, suggestion);
    }

    private static Position start(Node node) {
        return node == null ? new Position(1, 1) : position(node.getStartMark());
    }

    private static Position position(Mark mark) {
        return mark == null ? new Position(1, 1) : new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private JsonNode parse(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(MAX_DEPTH);
        DumperOptions unused = new DumperOptions();
        Yaml yaml = new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits, new YamlScalars());
        try {
            Node node = yaml.compose(new StringReader(text));
            if (node == null) {
                problems.add(new Problem(1, 1, "", "The text is empty.", ""));
                return JSON.objectNode();
            }
            return convert(node, "");
        } catch (MarkedYAMLException broken) {
            problems.add(problem(position(broken.getProblemMark()), "", notYaml(broken.getProblem()), ""));
        } catch (YAMLException broken) {
            problems.add(new Problem(1, 1, "", notYaml(broken.getMessage()), ""));
        }
        values.clear();
        return JSON.objectNode();
    }

    private static String notYaml(String why) {
        String firstLine = why == null ? "" : why.lines().findFirst().orElse("");
        if (firstLine.contains("aliases")) {
            return "Aliases (*name) are not allowed: write the value where it belongs.";
        }
        return "Cannot be read as YAML: " + (firstLine.endsWith(".") ? firstLine : firstLine + ".");
    }

    private JsonNode convert(Node node, String path) {
        values.putIfAbsent(path, node);
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
            if (!(field.getKeyNode() instanceof ScalarNode name)) {
                problems.add(problem(start(field.getKeyNode()), path, "A field's name must be a text.", ""));
                continue;
            }
            String pointer = pointer(path, name.getValue());
            if (object.has(name.getValue())) {
                String message = "Field '" + name.getValue() + "' is here twice.";
                problems.add(problem(start(name), pointer, message, "Remove one of them."));
                continue;
            }
            names.put(pointer, name);
            object.set(name.getValue(), convert(field.getValueNode(), pointer));
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

    private static JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.INT)) {
            return JSON.numberNode(new BigInteger(text));
        }
        if (tag.equals(Tag.FLOAT)) {
            return JSON.numberNode(new BigDecimal(text));
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(text.equals("true"));
        }
        return tag.equals(Tag.NULL) ? JSON.nullNode() : JSON.textNode(text);
    }

    /** One level down a JSON pointer (RFC 6901). */
    static String pointer(String path, String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
