package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reads a {@link Shape} from a record by reflection. Required is what Java cannot leave out: primitives. A duration has no
 * format here because that of JSON Schema knows no fractions of a second.
 */
final class RecordShape {

    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "string",
            UUID.class, "string:uuid",
            Instant.class, "string:date-time",
            Duration.class, "string",
            long.class, "integer",
            int.class, "integer",
            Integer.class, "integer",
            double.class, "number",
            BigDecimal.class, "number",
            boolean.class, "boolean");

    private final Map<String, Shape.Field> fields = new TreeMap<>();
    private final Set<Class<?>> enums = new HashSet<>();

    static Shape of(EventType type) {
        return new Shape(read(type).fields);
    }

    /** The enums that travel in an event of this type. */
    static Set<Class<?>> enumsOf(EventType type) {
        return read(type).enums;
    }

    private static RecordShape read(EventType type) {
        RecordShape shape = new RecordShape();
        shape.components("", type.recordClass());
        return shape;
    }

    private void components(String prefix, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            boolean asString = component.getAccessor().isAnnotationPresent(JsonFormat.class);
            field(prefix + component.getName(), component.getGenericType(), asString);
        }
    }

    private void field(String path, Type type, boolean asString) {
        if (type instanceof ParameterizedType generic) {
            container(path, generic);
        } else if (type instanceof Class<?> nested && nested.isRecord()) {
            put(path, "object", false);
            components(path + ".", nested);
        } else if (type instanceof Class<?> choice && choice.isEnum()) {
            enums.add(choice);
            fields.put(path, new Shape.Field("string", false, valuesOf(choice)));
        } else if (type instanceof Class<?> leaf && TYPES.containsKey(leaf)) {
            put(path, asString ? "string" : TYPES.get(leaf), leaf.isPrimitive());
        } else {
            throw new AssertionError(path + ": say in RecordShape how " + type + " looks in JSON");
        }
    }

    private void container(String path, ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            put(path, "array", false);
            field(path + "[]", arguments[0], false);
        } else {
            put(path, "map:" + TYPES.get(arguments[1]), false);
        }
    }

    private void put(String path, String type, boolean required) {
        fields.put(path, new Shape.Field(type, required, List.of()));
    }

    /** The names on the wire, without the one that only readers use. */
    private static List<String> valuesOf(Class<?> choice) {
        return Arrays.stream(choice.getFields())
                .filter(Field::isEnumConstant)
                .filter(constant -> !constant.isAnnotationPresent(JsonEnumDefaultValue.class))
                .map(constant -> constant.getAnnotation(JsonProperty.class).value())
                .toList();
    }
}
