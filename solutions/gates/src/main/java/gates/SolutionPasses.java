package gates;

import kata.compile.StageCode;
import kata.stage.Stage;
import kata.test.TestResult;

import java.util.List;
import java.util.stream.Stream;

/** The reference is right. */
public final class SolutionPasses implements Gate {

    @Override
    public String promise() {
        return "the solution passes every test";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        return Inspection.of(stage.path(), () -> findings(stage));
    }

    private static Stream<Finding> findings(Stage stage) {
        return Inspection.run(
                StageCode.solution(stage),
                report -> report.failures().map(result -> failure(stage, result)),
                "Fix the solution, or the test that it does not compile with.");
    }

    private static Finding failure(Stage stage, TestResult result) {
        return new Finding(
                result.name(),
                "It must pass on the solution of %s, but: %s"
                        .formatted(stage.path(), result.verdict()),
                "Fix the solution in %s, or the test if it asks for more than the lesson does."
                        .formatted(stage.root().relativize(stage.solutionSources())));
    }
}
