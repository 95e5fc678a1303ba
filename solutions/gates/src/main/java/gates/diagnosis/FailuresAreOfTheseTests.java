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
 * Looks whether a wrong solution, or a test, was changed after it was recorded how they fail. A
 * learner's mistake is compared with that record, and would not be named.
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
                "These wrong solutions, or the tests, are not those that it was recorded with: %s."
                        .formatted(
                                outdated.stream()
                                        .map(WrongSolution::name)
                                        .collect(Collectors.joining(", "))),
                "Run `./mvnw -q compile -f solutions -pl gates -Pderive -Dfailures -Dstages=%s`."
                        .formatted(stage.path()));
    }
}
