package kata.files;

import kata.stage.Stage;

import java.nio.file.Path;
import java.time.LocalDateTime;

/** The files that the learner writes: whatever takes their place, they are kept. */
public final class LearnerFiles {

    /** The folder below the kata's that keeps them. */
    public static final Path KEPT = Path.of(".kata", "kept");

    private LearnerFiles() {}

    /** Returns what writes the files of a stage, and keeps those that were there. */
    public static BackupWriter writer(Stage stage) {
        return writer(stage, stage.starterSources());
    }

    /** Returns what writes the tests of a stage, and keeps those that were there. */
    public static BackupWriter testWriter(Stage stage) {
        return writer(stage, stage.testSources());
    }

    private static BackupWriter writer(Stage stage, Path folder) {
        return new BackupWriter(
                folder, stage.root().resolve(KEPT).resolve(stage.path()), LocalDateTime.now());
    }
}
