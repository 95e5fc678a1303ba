package kata.progress;

import kata.stage.Stage;
import kata.stage.Task;

import java.nio.file.Path;

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
        return file.get(key(stage, task))
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
        file.put(key(stage, task), String.valueOf(count));
    }

    private static String key(Stage stage, Task task) {
        return "%s %d".formatted(stage.path(), task.number());
    }
}
