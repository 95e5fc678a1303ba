package gates;

import kata.compile.StageCode;
import kata.stage.RightSolution;
import kata.stage.Stage;
import kata.test.TestResult;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tests ask for no more than the lesson: what is right passes, however it is written. */
public final class RightSolutionsPass implements Gate {

    @Override
    public String promise() {
        return "every right solution passes every test, however it is written";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        return Inspection.of(stage.path(), () -> findings(stage));
    }

    private static Stream<Finding> findings(Stage stage) {
        List<RightSolution> all = RightSolution.readAll(stage);
        return all.isEmpty()
                ? Stream.of(none(stage))
                : all.stream().flatMap(right -> judge(stage, right));
    }

    private static Finding none(Stage stage) {
        Path folder = stage.root().relativize(RightSolution.folderOf(stage));
        return new Finding(
                folder.toString().replace('\\', '/'),
                "There must be at least one right solution that is not the reference.",
                "Solve the stage in another idiom, and keep the files that differ.");
    }

    private static Stream<Finding> judge(Stage stage, RightSolution right) {
        String described = described(stage, right);
        return Stream.concat(
                Inspection.needlessFiles(stage, right.sources(), described),
                Inspection.run(
                        StageCode.replacing(stage, "right-" + right.name(), right.sources()),
                        report -> report.failures().map(result -> failure(result, described)),
                        "Correct the right solution: it must be right and compile."));
    }

    private static Finding failure(TestResult result, String described) {
        return new Finding(
                described,
                "It must pass %s, but: %s".formatted(result.name(), result.verdict()),
                "Have the test ask for what the lesson promises and no more, or correct the"
                        + " solution if it is wrong.");
    }

    private static String described(Stage stage, RightSolution right) {
        return stage.root()
                .relativize(right.folder().resolve(RightSolution.DESCRIPTION))
                .toString()
                .replace('\\', '/');
    }
}
