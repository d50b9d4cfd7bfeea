package io.leadloop.agreement;

import java.util.List;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Where a character of a scalar's text stands in the file: quotes stand before it, escapes widen what precedes it, and the text
 * of a block begins on the line below. Where that is not worth computing (folded text), the answer is where the scalar begins.
 */
final class ScalarText {

    /** From 1, as editors count. */
    record Position(int line, int column) {}

    private ScalarText() {}

    /** @param line of the text, from 1; @param column of the text, from 0 */
    static Position position(List<String> file, ScalarNode scalar, int line, int column) {
        int startLine = scalar.getStartMark().getLine();
        int startColumn = scalar.getStartMark().getColumn();
        Position start = new Position(startLine + 1, startColumn + 1);
        boolean onOneLine = line == 1 && scalar.getEndMark().getLine() == startLine;
        return switch (scalar.getScalarStyle()) {
            case PLAIN -> onOneLine ? new Position(startLine + 1, startColumn + 1 + column) : start;
            case SINGLE_QUOTED, DOUBLE_QUOTED ->
                onOneLine ? new Position(startLine + 1, quoted(file.get(startLine), startColumn, column) + 1) : start;
            case LITERAL -> inBlock(file, startLine + line, column, start);
            default -> start;
        };
    }

    private static int quoted(String line, int quoteAt, int column) {
        char quote = line.charAt(quoteAt);
        char escape = quote == '"' ? '\\' : '\'';
        int at = quoteAt + 1;
        for (int passed = 0; passed < column && at < line.length() - 1; passed++) {
            at += line.charAt(at) == escape ? 2 : 1;
        }
        return at;
    }

    private static Position inBlock(List<String> file, int lineIndex, int column, Position start) {
        if (lineIndex >= file.size()) {
            return start;
        }
        String firstOfBlock = file.get(start.line());
        int indent = firstOfBlock.length() - firstOfBlock.stripLeading().length();
        return new Position(lineIndex + 1, indent + column + 1);
    }
}
