package gates.diagnosis;

import kata.stage.KnownFailure;
import kata.stage.Stage;
import kata.stage.WrongSolution;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the tests on the wrong solutions of a stage several times, and sees which fail, and what
 * they say each time.
 */
public final class FailureRecorder {

    private FailureRecorder() {}

    /**
     * Returns the records of a stage. What is known of a wrong solution stays as it is while
     * neither it nor the tests change. Blocks until all others have been tried; runs that are
     * recorded already are not repeated.
     *
     * @throws kata.stage.KataException if a wrong solution does not compile, or cannot be stopped
     */
    public static FailureRecords record(Stage stage) {
        FailureRecords records = FailureRecords.read(stage);
        records.keepOnly(WrongSolution.readAll(stage));
        for (WrongSolution wrong : outdated(stage)) {
            // Taken before the runs: what is saved meanwhile makes the record an old one.
            String fingerprint = Fingerprint.of(stage, wrong);
            List<KnownFailure> seen = CommonFailures.of(RecordedRuns.of(stage, wrong).enough());
            records.put(wrong, fingerprint, withCatching(wrong, seen));
        }
        return records;
    }

    /** Returns the wrong solutions whose failures are unknown, or were those of other files. */
    static List<WrongSolution> outdated(Stage stage) {
        FailureRecords records = FailureRecords.read(stage);
        return WrongSolution.readAll(stage).stream()
                .filter(wrong -> !records.isCurrent(wrong, Fingerprint.of(stage, wrong)))
                .toList();
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
}
