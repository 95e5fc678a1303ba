package kata.lesson;

import kata.stage.KataException;
import kata.stage.Stage;
import kata.stage.Task;

import org.commonmark.node.Heading;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;

/** Reads a task's hints from the stage's {@code HINTS.md}. */
public final class Hints {

    private static final int TASK = 2;

    /**
     * A hint for a task.
     *
     * @param title what kind of hint it is, such as {@code A question}
     * @param text what it says, as Markdown
     */
    public record Hint(String title, String text) {}

    private final List<String> lines;
    private final List<Heading> headings;

    private Hints(List<String> lines, List<Heading> headings) {
        this.lines = lines;
        this.headings = headings;
    }

    /**
     * Returns the hints of a task, the gentlest first.
     *
     * @throws KataException if there are none, or they cannot be read
     */
    public static List<Hint> of(Stage stage, Task task) {
        String page = read(stage);
        var hints = new Hints(page.lines().toList(), headings(page));
        List<Hint> ofTask = hints.below("Task %d:".formatted(task.number()));
        if (ofTask.isEmpty()) {
            throw new KataException(
                    "%s/HINTS.md has no hints for task %d: get it back, for example with git."
                            .formatted(stage.path(), task.number()));
        }
        return ofTask;
    }

    private static List<Heading> headings(String page) {
        return Markdown.children(Markdown.parse(page)).stream()
                .filter(Heading.class::isInstance)
                .map(Heading.class::cast)
                .toList();
    }

    private static String read(Stage stage) {
        try {
            return Files.readString(stage.hints());
        } catch (IOException failure) {
            throw KataException.notRead(stage.path() + "/HINTS.md", failure);
        }
    }

    private List<Hint> below(String task) {
        return IntStream.range(0, headings.size())
                .filter(index ->
                        isTask(index) && Markdown.text(headings.get(index)).startsWith(task))
                .boxed()
                .flatMap(index ->
                        IntStream.range(index + 1, headings.size())
                                .takeWhile(hint -> !isTask(hint))
                                .mapToObj(this::hint))
                .toList();
    }

    private boolean isTask(int index) {
        return headings.get(index).getLevel() <= TASK;
    }

    private Hint hint(int index) {
        int end =
                index + 1 < headings.size()
                        ? Markdown.line(headings.get(index + 1)) - 1
                        : lines.size();
        List<String> text = lines.subList(Markdown.line(headings.get(index)), end);
        return new Hint(Markdown.text(headings.get(index)), String.join("\n", text).strip());
    }
}
