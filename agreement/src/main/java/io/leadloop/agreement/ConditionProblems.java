package io.leadloop.agreement;

import dev.cel.common.CelIssue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the CEL compiler says, in the words of the person who writes an agreement. */
final class ConditionProblems {

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern NOT_BOOL = Pattern.compile("expected type 'bool' but found '([^']*)'");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)?");

    private static final List<String> FUNCTIONS = List.of(
            "matches",
            "contains",
            "startsWith",
            "endsWith",
            "count",
            "size",
            "exists",
            "all",
            "int",
            "double",
            "string");

    private ConditionProblems() {}

    /** Of several syntax errors only the first: the others are its consequences. */
    static List<Problem> of(YamlTree tree, String path, String text, List<CelIssue> issues) {
        List<Problem> problems =
                issues.stream().map(issue -> problem(tree, path, text, issue)).toList();
        return isSyntax(issues.getFirst().getMessage()) ? problems.subList(0, 1) : problems;
    }

    private static Problem problem(YamlTree tree, String path, String text, CelIssue issue) {
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        String message = issue.getMessage();
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            return undeclared(tree, path, text, line, column, undeclared.group(1));
        }
        Matcher overload = NO_OVERLOAD.matcher(message);
        if (overload.matches()) {
            return tree.inside(path, line, column, noOverload(overload.group(1), overload.group(2)), "");
        }
        Matcher notBool = NOT_BOOL.matcher(message);
        if (notBool.matches()) {
            String what = "A condition must be true or false; this is " + typeName(notBool.group(1)) + ".";
            return tree.inside(path, 1, 0, what, "Compare it with something, for example by == or >=.");
        }
        return isSyntax(message)
                ? tree.inside(path, line, column, syntax(message), hint(message))
                : tree.inside(path, line, column, message, "");
    }

    private static Problem undeclared(YamlTree tree, String path, String text, int line, int column, String name) {
        String rest = text.lines().skip(line - 1L).findFirst().orElse("").substring(column);
        Matcher word = WORD.matcher(rest);
        if (!word.lookingAt()) {
            String suggestion = Nearest.suggestion(name, FUNCTIONS);
            return tree.inside(path, line, column, "There is no function '" + name + "'.", suggestion);
        }
        return tree.inside(path, line, column, "'" + word.group() + "' is not known.", meant(word.group()));
    }

    /** A word with few letters changed; the same field of something else; else what there is. */
    private static String meant(String word) {
        List<String> known =
                Vocabulary.WORDS.stream().map(ConditionProblems::written).toList();
        Optional<String> near = Nearest.of(word, known);
        if (near.isPresent()) {
            return "Did you mean " + near.get() + "?";
        }
        List<String> sameField = ending(known, "." + word.substring(word.indexOf('.') + 1));
        if (!sameField.isEmpty()) {
            return "Did you mean " + String.join(" or ", sameField) + "?";
        }
        String subject = word.split("\\.", -1)[0] + ".";
        List<String> sameSubject =
                known.stream().filter(name -> name.startsWith(subject)).toList();
        return sameSubject.isEmpty()
                ? "Begin with lead., firstTouch., lastTouch. or activities."
                : Nearest.known(sameSubject);
    }

    private static String written(Vocabulary.Word word) {
        return word.name().equals(ActivityCalls.WORD) ? "activities.count" : word.name();
    }

    private static List<String> ending(List<String> words, String end) {
        return words.stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).endsWith(end.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String noOverload(String function, String types) {
        String operator = function.replace("_", "").replace("@", "");
        String between = Stream.of(
                        types.replaceAll("[()]", "").replace(".", ", ").split(", *", -1))
                .filter(type -> !type.isEmpty())
                .map(ConditionProblems::typeName)
                .collect(Collectors.joining(" and "));
        return "'" + operator + "' does not work with " + between + ".";
    }

    private static String typeName(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "int", "uint" -> "a whole number";
            case "double" -> "a decimal number";
            case "bool" -> "true or false";
            default -> type.startsWith("list") ? "a list" : type.startsWith("map") ? "a map" : type;
        };
    }

    private static boolean isSyntax(String message) {
        return message.contains(" input '") || message.contains("token recognition error");
    }

    private static String syntax(String message) {
        if (message.contains("input '<EOF>'")) {
            return "The condition ends too early.";
        }
        int end = message.indexOf(" expecting ");
        return "The condition is not understood: " + (end < 0 ? message : message.substring(0, end)) + ".";
    }

    private static String hint(String message) {
        return message.contains("error at: '=") ? "Compare with ==." : "";
    }
}
