package gates.diagnosis;

import kata.stage.KnownFailure;
import kata.stage.Stage;
import kata.stage.WrongSolution;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the tests of a stage fail on its wrong solutions, by the names of these.
 *
 * @param failures the tests that fail, and what they say
 * @param recordedWith the checksums of the files with which that was seen
 */
public record FailureRecords(
        SortedMap<String, List<KnownFailure>> failures, SortedMap<String, String> recordedWith) {

    /** Reads the records of a stage; empty ones if it has none. */
    static FailureRecords read(Stage stage) {
        return new FailureRecords(
                new TreeMap<>(KnownFailure.readAll(stage)),
                new TreeMap<>(KnownFailure.recordedWith(stage)));
    }

    /** Tells whether a wrong solution and its tests are still those, and what catches it known. */
    boolean isCurrent(WrongSolution wrong, String fingerprint) {
        return fingerprint.equals(recordedWith.get(wrong.name()))
                && failures.getOrDefault(wrong.name(), List.of()).stream()
                        .map(KnownFailure::test)
                        .toList()
                        .containsAll(wrong.caughtBy());
    }

    /** Adds a record, or puts it in place of another. */
    void put(WrongSolution wrong, String fingerprint, List<KnownFailure> seen) {
        failures.put(wrong.name(), seen);
        recordedWith.put(wrong.name(), fingerprint);
    }

    /** Forgets the wrong solutions that are not among these. */
    void keepOnly(List<WrongSolution> all) {
        List<String> names = all.stream().map(WrongSolution::name).toList();
        failures.keySet().retainAll(names);
        recordedWith.keySet().retainAll(names);
    }
}
