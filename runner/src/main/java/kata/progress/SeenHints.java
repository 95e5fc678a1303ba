package kata.progress;

import kata.stage.Stage;
import kata.stage.Task;

import java.nio.file.Path;

/** Remembers in {@code .kata/hints} how many hints of each task the learner has seen. */
public record SeenHints(Path root) {

    private static final String HEADER =
            "How many hints were seen: stage, task, hints. It may be deleted.";

    /** Returns how many hints of a task were seen, counted from the first. */
    public int count(Stage stage, Task task) {
        return file().get(key(stage, task))
                .filter(count -> count.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /**
     * Remembers how many hints of a task were seen.
     *
     * @throws kata.stage.KataException if that cannot be written down
     */
    public void remember(Stage stage, Task task, int count) {
        file().put(key(stage, task), String.valueOf(count));
    }

    private PlainFile file() {
        return PlainFile.of(root, "hints", HEADER);
    }

    private static String key(Stage stage, Task task) {
        return "%s %d".formatted(stage.path(), task.number());
    }
}
