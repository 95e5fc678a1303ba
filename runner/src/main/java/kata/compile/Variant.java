package kata.compile;

import kata.stage.Stage;

import java.util.Locale;
import java.util.function.Function;

/** Whose code is worked on. */
public enum Variant {
    /** What the learner has written so far. */
    LEARNER(StageCode::learner),
    /** The reference. */
    SOLUTION(StageCode::solution);

    private final Function<Stage, StageCode> reader;

    Variant(Function<Stage, StageCode> reader) {
        this.reader = reader;
    }

    /** Reads this code for a stage. */
    public StageCode of(Stage stage) {
        return reader.apply(stage);
    }

    // The help shows the names as people type them.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
