package gates.diagnosis;

import kata.stage.KnownFailure;
import kata.stage.Stage;
import kata.stage.WrongSolution;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs the tests on the wrong solutions of a stage several times, and sees which fail, and what
 * they say each time.
 */
public final class FailureRecorder {

    private FailureRecorder() {}

    /**
     * Returns the failures by the wrong solution's name. What is known of a wrong solution stays as
     * it is while neither it nor the tests change. Blocks until all others have been tried; runs
     * that are recorded already are not repeated.
     *
     * @throws kata.stage.KataException if a wrong solution does not compile, or cannot be stopped
     */
    public static SortedMap<String, List<KnownFailure>> record(Stage stage) {
        SortedMap<String, List<KnownFailure>> failures = new TreeMap<>(KnownFailure.readAll(stage));
        failures.keySet().retainAll(fingerprints(stage).keySet());
        outdated(stage)
                .forEach(wrong ->
                        failures.put(
                                wrong.name(),
                                withCatching(
                                        wrong,
                                        CommonFailures.of(
                                                RecordedRuns.of(stage, wrong).enough()))));
        return failures;
    }

    /** Adds the tests that catch it where each run was over before it came to them. */
    static List<KnownFailure> withCatching(WrongSolution wrong, List<KnownFailure> seen) {
        Stream<KnownFailure> unseen =
                wrong.caughtBy().stream()
                        .filter(test -> seen.stream().noneMatch(one -> one.test().equals(test)))
                        .map(test -> new KnownFailure(test, "", true));
        return Stream.concat(seen.stream(), unseen)
                .sorted(Comparator.comparing(KnownFailure::test))
                .toList();
    }

    /** Returns the wrong solutions whose failures are unknown, or were those of other files. */
    static List<WrongSolution> outdated(Stage stage) {
        Map<String, String> recordedWith = KnownFailure.recordedWith(stage);
        return WrongSolution.readAll(stage).stream()
                .filter(wrong ->
                        !Fingerprint.of(stage, wrong).equals(recordedWith.get(wrong.name())))
                .toList();
    }

    /** Returns the checksums of the files with which failures are recorded now. */
    public static SortedMap<String, String> fingerprints(Stage stage) {
        SortedMap<String, String> fingerprints = new TreeMap<>();
        WrongSolution.readAll(stage)
                .forEach(wrong -> fingerprints.put(wrong.name(), Fingerprint.of(stage, wrong)));
        return fingerprints;
    }
}
