package kata.watch;

import kata.compile.StageCode;
import kata.stage.Stage;
import kata.worker.Verdict;

/** Hears what becomes of the learner's code in the watch, in the thread of the watch. */
public interface VerdictListener {

    /** A run of the tests has ended with a verdict. */
    void tested(StageCode code, Verdict verdict);

    /**
     * The watch has no verdict on a stage's code as it is: it was not possible to run the tests, or
     * the learner has gone to another stage. No verdict follows unless something happens.
     */
    void untested(Stage stage);
}
