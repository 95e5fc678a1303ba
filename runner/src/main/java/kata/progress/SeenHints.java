package kata.progress;

import kata.stage.Stage;
import kata.stage.Task;

import java.nio.file.Path;
import java.util.stream.Stream;

/** Remembers in {@code .kata/hints} how many hints of each task the learner has seen. */
public final class SeenHints {

    private static final String HEADER =
            "How many hints were seen: stage, task, hints. It may be deleted.";

    private final PlainFile file;

    /** Remembers them for the kata in this folder. */
    public SeenHints(Path root) {
        this.file = PlainFile.of(root, "hints", HEADER);
    }

    /** Returns how many hints of a task were seen, counted from the first. */
    public int count(Stage stage, Task task) {
        String beginning = beginning(stage, task);
        return file.lines().stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .filter(count -> count.matches("\\d{1,3}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }

    /**
     * Remembers how many hints of a task were seen.
     *
     * @throws kata.stage.KataException if that cannot be written down
     */
    public void remember(Stage stage, Task task, int count) {
        String beginning = beginning(stage, task);
        Stream<String> others = file.lines().stream().filter(line -> !line.startsWith(beginning));
        file.write(Stream.concat(others, Stream.of(beginning + count)));
    }

    private static String beginning(Stage stage, Task task) {
        return "%s %d ".formatted(stage.path(), task.number());
    }
}
