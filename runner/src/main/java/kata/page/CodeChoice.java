package kata.page;

import kata.compile.StageCode;
import kata.stage.Stage;

/** Whose code a shell has. */
public enum CodeChoice {
    /** What the learner has written so far. */
    LEARNER,
    /** The reference. */
    SOLUTION;

    /** Reads this code for a stage. */
    StageCode of(Stage stage) {
        return this == LEARNER ? StageCode.learner(stage) : StageCode.solution(stage);
    }
}
