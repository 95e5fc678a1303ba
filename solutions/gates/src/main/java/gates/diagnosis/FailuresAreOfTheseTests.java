package gates.diagnosis;

import gates.Finding;
import gates.Gate;

import kata.stage.KnownFailure;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Looks whether it is recorded how the tests fail on each wrong solution, and none of them was
 * changed since. A learner's mistake is compared with that record, and would not be named.
 */
public final class FailuresAreOfTheseTests implements Gate {

    @Override
    public String promise() {
        return "what the tests say of wrong solutions was recorded with these tests";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        List<WrongSolution> outdated = FailureRecorder.outdated(stage);
        return outdated.isEmpty() ? List.of() : List.of(finding(stage, outdated));
    }

    private static Finding finding(Stage stage, List<WrongSolution> outdated) {
        return new Finding(
                SourceFile.slashes(stage.root().relativize(KnownFailure.fileOf(stage))),
                "It was recorded with other tests than these, or before a change of: %s."
                        .formatted(
                                outdated.stream()
                                        .map(WrongSolution::name)
                                        .collect(Collectors.joining(", "))),
                "Run `./mvnw -q compile -f solutions -pl gates -Pderive -Dfailures -Dstages=%s`."
                        .formatted(stage.path()));
    }
}
