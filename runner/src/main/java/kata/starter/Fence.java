package kata.starter;

import kata.stage.KataException;
import kata.stage.SourceFile;

/**
 * The solution of a task, or a part of it, between its two comment lines.
 *
 * @param task the task's number
 * @param sentence what must hold
 * @param start where the opening comment's line begins
 * @param bodyStart where the line after it begins
 * @param bodyEnd where the closing comment's line begins
 * @param end where the line after it begins
 */
record Fence(int task, String sentence, int start, int bodyStart, int bodyEnd, int end) {

    private static final int LINE_LENGTH = 100;
    private static final String CONTINUATION = " ".repeat(8);

    /** Returns the solution, without the comment lines around it. */
    String body(SourceFile file) {
        return file.text().substring(bodyStart, bodyEnd);
    }

    /**
     * Returns what stands in the solution's place as long as the task is not solved.
     *
     * @throws KataException if the sentence is too long for a line
     */
    String todo(SourceFile file) {
        Lines lines = new Lines(file.text());
        String line = lines.at(start);
        String indentation = line.substring(0, line.indexOf('/'));
        String lineEnd = lines.ending(start);
        String todo = "TODO %d: %s".formatted(task, sentence);
        return indentation
                + "// "
                + todo
                + lineEnd
                + thrown(file, indentation, literal(todo), lineEnd);
    }

    private String thrown(SourceFile file, String indentation, String literal, String lineEnd) {
        String opening = indentation + "throw new UnsupportedOperationException(";
        String closing = literal + ");";
        if (opening.length() + closing.length() <= LINE_LENGTH) {
            return opening + closing + lineEnd;
        }
        String second = indentation + CONTINUATION + closing;
        if (second.length() > LINE_LENGTH) {
            throw new KataException(
"""
%s, line %d: the sentence of task %d is too long for a line of the starter; \
shorten it by %d characters.\
"""
                            .formatted(
                                    file.shownAs(),
                                    new Lines(file.text()).number(start),
                                    task,
                                    second.length() - LINE_LENGTH));
        }
        return opening + lineEnd + second + lineEnd;
    }

    private static String literal(String todo) {
        return '"' + todo.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
