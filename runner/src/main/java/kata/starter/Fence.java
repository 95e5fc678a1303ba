package kata.starter;

import kata.stage.KataException;
import kata.stage.SourceFile;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The solution of a task, or a part of it, between its two comment lines.
 *
 * @param sentence what must hold
 * @param indent what stands before the opening comment
 * @param lineEnd what ends the opening comment's line
 * @param body the solution, without the comment lines around it
 * @param start where the opening comment's line begins
 * @param bodyStart where the line after it begins
 * @param end where the line after the closing comment begins
 * @param isWholeFile whether nothing stands around it
 */
record Fence(
        int task,
        String sentence,
        String indent,
        String lineEnd,
        String body,
        int start,
        int bodyStart,
        int end,
        boolean isWholeFile) {

    private static final int LINE_LENGTH = 100;
    private static final String CONTINUATION = " ".repeat(8);

    private static final Pattern FENCE =
            Pattern.compile(
                    """
                    (?m)^(?<indent>[ \\t]*)// Task (?<task>\\d{1,4}): (?<sentence>.*\\S)(?<end>\\R)\
                    (?<body>(?s:.*?))^[ \\t]*// End of task \\k<task>\\.[ \\t]*(?:\\R|\\z)\
                    """);
    private static final Pattern COMMENT = Pattern.compile("// (Task \\d+:|End of task \\d+\\.)");

    /**
     * Returns a file's fences from top to bottom.
     *
     * @throws KataException if a comment that looks like a part of a fence is none
     */
    static List<Fence> in(SourceFile file) {
        int length = file.text().length();
        List<Fence> fences =
                FENCE.matcher(file.text()).results().map(found -> of(found, length)).toList();
        if (COMMENT.matcher(file.text()).results().count() != 2L * fences.size()) {
            throw new KataException(
                    """
                    %s: the comments that mark the tasks do not fit each other. Each solution stands \
                    between a line '// Task 1: what must hold.' and a line '// End of task 1.'\
                    """
                            .formatted(file.shownAs()));
        }
        return fences;
    }

    private static Fence of(MatchResult found, int length) {
        return new Fence(
                Integer.parseInt(found.group("task")),
                found.group("sentence"),
                found.group("indent"),
                found.group("end"),
                found.group("body"),
                found.start(),
                found.start("body"),
                found.end(),
                found.start() == 0 && found.end() == length);
    }

    /**
     * Returns what stands in the solution's place as long as the task is not solved; nothing in
     * place of a whole file, which is there only once the task is solved.
     */
    String todo() {
        if (isWholeFile) {
            return "";
        }
        String todo = "TODO %d: %s".formatted(task, sentence);
        String thrown = indent + "throw new UnsupportedOperationException(";
        String literal = "\"%s\");".formatted(todo.replace("\\", "\\\\").replace("\"", "\\\""));
        boolean fits = thrown.length() + literal.length() <= LINE_LENGTH;
        String gap = fits ? "" : lineEnd + indent + CONTINUATION;
        return indent + "// " + todo + lineEnd + thrown + gap + literal + lineEnd;
    }
}
