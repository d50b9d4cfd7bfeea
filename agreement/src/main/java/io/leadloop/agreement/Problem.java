package io.leadloop.agreement;

/**
 * One thing that keeps a text from being an agreement. People write agreements by hand, so a problem says where it is and what
 * to do, and a reader gets all problems at once.
 *
 * @param line from 1
 * @param column from 1
 * @param path JSON pointer of the field, empty for the whole document
 * @param suggestion what was probably meant, empty when there is no good guess
 */
public record Problem(int line, int column, String path, String message, String suggestion) {

    @Override
    public String toString() {
        String text = "Line " + line + ", column " + column + ": " + message;
        return suggestion.isEmpty() ? text : text + " " + suggestion;
    }
}
