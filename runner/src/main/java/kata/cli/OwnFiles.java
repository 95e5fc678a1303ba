package kata.cli;

import kata.model.Stage;
import kata.work.CarefulWriter;

import java.nio.file.Path;
import java.time.LocalDateTime;

/** The files that the learner writes: whatever takes their place, they are kept. */
final class OwnFiles {

    /** The folder below the kata's that keeps them. */
    static final Path KEPT = Path.of(".kata", "kept");

    private OwnFiles() {}

    /** Returns what writes the files of a stage, and keeps those that were there. */
    static CarefulWriter writer(Stage stage) {
        return new CarefulWriter(
                stage.starterSources(),
                stage.root().resolve(KEPT).resolve(stage.path()),
                LocalDateTime.now());
    }
}
