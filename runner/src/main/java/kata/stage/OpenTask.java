package kata.stage;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A task that the learner has not begun: its TODO still stands in the code.
 *
 * @param file the file below the kata's root
 * @param line the line, from 1
 */
public record OpenTask(int number, String file, int line) {

    private static final Pattern TODO =
            Pattern.compile("throw new UnsupportedOperationException\\(\\s*\"TODO (\\d+):");

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
        List<Comment> comments = Comment.in(file.text());
        return TODO.matcher(file.text())
                .results()
                .filter(todo -> comments.stream().noneMatch(comment -> holds(comment, todo)))
                .map(todo -> of(file, todo));
    }

    private static boolean holds(Comment comment, MatchResult todo) {
        return comment.start() <= todo.start() && todo.start() < comment.end();
    }

    private static OpenTask of(SourceFile file, MatchResult todo) {
        int line = (int) file.text().substring(0, todo.start()).lines().count();
        return new OpenTask(Integer.parseInt(todo.group(1)), file.shownAs(), line);
    }

    /** Returns file and line, with a colon between them. */
    public String place() {
        return file + ":" + line;
    }
}
