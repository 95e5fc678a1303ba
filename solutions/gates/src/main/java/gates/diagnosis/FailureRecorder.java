package gates.diagnosis;

import kata.stage.KnownFailure;
import kata.stage.Stage;
import kata.stage.WrongSolution;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs the tests on the wrong solutions of a stage several times, and sees which fail, and what
 * they say each time.
 */
public final class FailureRecorder {

    private FailureRecorder() {}

    /**
     * Returns the failures by the wrong solution's name. Blocks until all have been tried; runs
     * that are recorded already are not repeated.
     *
     * @throws kata.stage.KataException if a wrong solution does not compile, or cannot be stopped
     */
    public static SortedMap<String, List<KnownFailure>> record(Stage stage) {
        SortedMap<String, List<KnownFailure>> failures = new TreeMap<>();
        WrongSolution.readAll(stage)
                .forEach(wrong ->
                        failures.put(
                                wrong.name(),
                                CommonFailures.of(RecordedRuns.of(stage, wrong).enough())));
        return failures;
    }
}
