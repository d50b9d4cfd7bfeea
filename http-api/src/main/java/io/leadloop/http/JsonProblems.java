package io.leadloop.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.leadloop.http.Problem.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Says where a JSON body is wrong, without repeating what was in it. */
final class JsonProblems {
    private JsonProblems() {}

    static Problem of(JacksonException unreadable, String instance) {
        return switch (unreadable) {
            case UnrecognizedPropertyException unknown -> field(path(unknown), unknownField(unknown), instance);
            case InvalidFormatException wrongFormat ->
                field(path(wrongFormat), "is not " + expected(wrongFormat.getTargetType()), instance);
            case MismatchedInputException wrongType ->
                field(path(wrongType), "has the wrong type, expected " + expected(wrongType.getTargetType()), instance);
            default ->
                Problem.invalid(
                        "The body is not JSON (line %d, column %d).".formatted(line(unreadable), column(unreadable)),
                        instance,
                        List.of());
        };
    }

    private static Problem field(String field, String message, String instance) {
        return Problem.invalid(field + " " + message, instance, List.of(new Violation(field, message)));
    }

    private static String unknownField(UnrecognizedPropertyException unknown) {
        String name = unknown.getPropertyName();
        return unknown.getKnownPropertyIds().stream()
                .map(Object::toString)
                .min(Comparator.comparingInt(
                        known -> LevenshteinDistance.getDefaultInstance().apply(known, name)))
                .map(closest -> "is not a field here; did you mean " + closest + "?")
                .orElse("is not a field here");
    }

    private static String path(JsonMappingException failure) {
        String path = failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .filter(Objects::nonNull)
                .map(step -> step.length() > 60 ? step.substring(0, 60) + "…" : step)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path;
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "another type";
        }
        return switch (type.getSimpleName()) {
            case "Instant" -> "a time such as 2026-03-02T10:00:00Z";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "BigDecimal" -> "a decimal number";
            case "boolean", "Boolean" -> "true or false";
            case "UUID" -> "a UUID";
            case "String" -> "a text";
            case "List", "ArrayList" -> "a list";
            default -> type.isEnum() ? "one of " + List.of(type.getEnumConstants()) : "an object";
        };
    }

    private static int line(JacksonException failure) {
        return failure.getLocation() == null ? 0 : failure.getLocation().getLineNr();
    }

    private static int column(JacksonException failure) {
        return failure.getLocation() == null ? 0 : failure.getLocation().getColumnNr();
    }
}
