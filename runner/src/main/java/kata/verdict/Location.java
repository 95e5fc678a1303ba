package kata.verdict;

import kata.compile.StageCode;
import kata.stage.SourceFile;
import kata.test.Failure;
import kata.test.Outcome;
import kata.test.TestReport;
import kata.test.TestResult;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of code.
 *
 * @param file the file's path below the kata's root
 * @param line its number, from 1
 */
public record Location(String file, int line) {

    /**
     * Returns where the first test failed that has no unsolved task to blame, in the order in which
     * failures are told; those that failed outside of the learner's own code do not count.
     */
    public static Optional<Location> firstOf(TestReport report, StageCode code) {
        return TestGroup.of(code.stage(), report).stream()
                .flatMap(group -> group.failed().stream())
                .filter(result -> result.todo().isEmpty())
                .flatMap(result -> of(result, code))
                .findFirst();
    }

    /** Returns where in the learner's own code a test failed, the innermost call first. */
    public static Stream<Location> of(TestResult result, StageCode code) {
        return in(code.sources(), places(result));
    }

    /** Returns where in these files a test failed; runtime and libraries are left out. */
    static Stream<Location> in(List<SourceFile> files, Stream<Failure.Place> places) {
        return places.flatMap(place -> in(files, place)).distinct();
    }

    private static Stream<Location> in(List<SourceFile> files, Failure.Place place) {
        return files.stream()
                .filter(file -> file.path().equals(place.path()))
                .map(file -> new Location(file.shownAs(), place.line()));
    }

    static Stream<Failure.Place> places(TestResult result) {
        return switch (result.outcome()) {
            case Outcome.TimedOut(String _, List<Failure.Place> places, boolean _) ->
                    places.stream();
            case Outcome.Failed(Failure failure) -> failure.places().stream();
            case Outcome.SetUpFailed(Failure failure) -> failure.places().stream();
            case Outcome.Passed _, Outcome.Skipped _ -> Stream.empty();
        };
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
