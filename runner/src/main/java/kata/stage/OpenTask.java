package kata.stage;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A task that the learner has not begun: its TODO still stands in the code.
 *
 * @param number the task's number
 * @param place the file below the kata's root, and the line behind a colon
 */
public record OpenTask(int number, String place) {

    /** Comments and literals are tokens too, so that a TODO inside one is none. */
    private static final Pattern TOKEN =
            Pattern.compile(
                    """
                    throw new UnsupportedOperationException\\(\\s*"TODO (?<task>\\d+):\
                    (?:[^"\\\\\\r\\n]|\\\\.)*+"\
                    |\"""[^"\\\\]*+(?:(?:\\\\.|"(?!""))[^"\\\\]*+)*+\"""\
                    |"(?:[^"\\\\\\r\\n]|\\\\.)*+"\
                    |'(?:[^'\\\\\\r\\n]|\\\\.)*+'\
                    |//[^\\r\\n]*+|/\\*.*?\\*/\
                    """,
                    Pattern.DOTALL);

    /** Returns the stage's open task with the lowest number. */
    public static Optional<OpenTask> firstOf(Stage stage) {
        return allOf(stage).min(Comparator.comparingInt(OpenTask::number));
    }

    /** Returns the stage's open tasks, once for each place where one is open. */
    public static Stream<OpenTask> allOf(Stage stage) {
        return SourceFile.in(stage.root(), stage.starterSources()).stream().flatMap(OpenTask::in);
    }

    /** Returns the open tasks in a file; a TODO in a comment is none. */
    public static Stream<OpenTask> in(SourceFile file) {
        return TOKEN.matcher(file.text())
                .results()
                .filter(token -> token.group("task") != null)
                .map(todo -> of(file, todo));
    }

    private static OpenTask of(SourceFile file, MatchResult todo) {
        long line = file.text().substring(0, todo.start()).lines().count();
        return new OpenTask(Integer.parseInt(todo.group("task")), file.shownAs() + ":" + line);
    }
}
