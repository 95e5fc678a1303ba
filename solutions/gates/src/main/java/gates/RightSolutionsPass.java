package gates;

import kata.compile.StageCode;
import kata.stage.RightSolution;
import kata.stage.Stage;
import kata.test.TestResult;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tests ask for no more than the lesson: what is right passes, however it is written. A
 * transfer stage, which any right design solves, has two designs beside the reference.
 */
public final class RightSolutionsPass implements Gate {

    private final int times;

    /** Tries each right solution once. */
    public RightSolutionsPass() {
        this(1);
    }

    /**
     * Tries each right solution several times, since one that a test refuses now and then is
     * refused.
     *
     * @param times how often, at least once
     */
    public RightSolutionsPass(int times) {
        this.times = times;
    }

    @Override
    public String promise() {
        return "every right solution passes every test, however it is written";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        return Inspection.of(stage.path(), () -> findings(stage));
    }

    private Stream<Finding> findings(Stage stage) {
        List<RightSolution> all = RightSolution.readAll(stage);
        return Stream.concat(
                tooFew(stage, all).stream(), all.stream().flatMap(right -> refusals(stage, right)));
    }

    /** Returns why a right solution is refused, if it is; the same is told once. */
    private Stream<Finding> refusals(Stage stage, RightSolution right) {
        return Stream.generate(() -> judge(stage, right))
                .limit(times)
                .flatMap(findings -> findings)
                .distinct();
    }

    private static Optional<Finding> tooFew(Stage stage, List<RightSolution> all) {
        if (stage.isTransfer()) {
            return all.size() < 2 ? Optional.of(noOtherDesigns(stage)) : Optional.empty();
        }
        return all.isEmpty() ? Optional.of(none(stage)) : Optional.empty();
    }

    private static Finding noOtherDesigns(Stage stage) {
        return new Finding(
                stage.path(),
                "A transfer stage needs at least two right solutions that are not the reference.",
                "Solve it with other messages, another state or another tree, and keep the files.");
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
