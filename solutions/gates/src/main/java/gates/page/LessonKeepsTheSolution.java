package gates.page;

import gates.Finding;
import gates.Gate;

import kata.stage.Stage;
import kata.starter.TaskSolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks in the lesson for the code that a task asks for, which is the hints' to give away. */
public final class LessonKeepsTheSolution implements Gate {

    /** Shorter lines, such as {@code return list;}, say nothing. */
    private static final int TOKENS = 7;

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_]+|[^\\s\\p{L}\\p{N}_]");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    @Override
    public String promise() {
        return "the lesson gives no task's code away";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        String lesson = read(stage);
        return TaskSolution.of(stage).stream()
                .flatMap(solution -> findings(stage, solution, lesson))
                .toList();
    }

    private static Stream<Finding> findings(Stage stage, TaskSolution solution, String lesson) {
        return solution.code()
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("//"))
                .filter(line -> TOKEN.matcher(line).results().count() >= TOKENS)
                .filter(line -> lesson.contains(dense(line)))
                .map(line ->
                        new Finding(
                                new PageLocation(stage).inLesson(1),
                                "The lesson says what task %d asks for: %s"
                                        .formatted(solution.task(), line),
                                "Show another example, or code that is given."));
    }

    private static String read(Stage stage) {
        try {
            return dense(Files.readString(stage.lesson()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String dense(String text) {
        return BLANK.matcher(text).replaceAll("");
    }
}
