package gates.page;

import kata.stage.Stage;

import java.nio.file.Path;

/** Names places in a stage's pages as a reader finds them, from the kata's root. */
public record PageLocation(Stage stage) {

    public String inLesson(int line) {
        return of(stage.lesson(), line);
    }

    String inHints(int line) {
        return of(stage.hints(), line);
    }

    private String of(Path page, int line) {
        return name(stage.root(), page) + ":" + line;
    }

    /** Returns a file's path below the root, with slashes on every system. */
    static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
