package kata.compile;

import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Code that takes the place of a stage's solution, together with the stage's tests.
 *
 * @param variant tells this code from other code for the same stage; names its output folder
 * @param resources the folder of what the code reads from its class path; need not exist
 */
public record StageCode(
        Stage stage,
        String variant,
        List<SourceFile> sources,
        List<SourceFile> tests,
        Path resources) {

    /** Reads what the learner has written so far. */
    public static StageCode learner(Stage stage) {
        return new StageCode(
                stage,
                "learner",
                SourceFile.in(stage.root(), stage.starterSources()),
                tests(stage),
                stage.folder().resolve("src/main/resources"));
    }

    /** Reads the reference solution. */
    public static StageCode solution(Stage stage) {
        return derived(stage, "solution", SourceFile.in(stage.root(), stage.solutionSources()));
    }

    /**
     * Takes code that was derived from the solution.
     *
     * @param variant tells it from other code for the same stage, such as {@code starter}
     */
    public static StageCode derived(Stage stage, String variant, List<SourceFile> sources) {
        return new StageCode(
                stage,
                variant,
                sources,
                tests(stage),
                stage.solutionFolder().resolve("src/main/resources"));
    }

    /** Returns the same code with other tests. */
    public StageCode withTests(List<SourceFile> others) {
        return new StageCode(stage, variant, sources, others, resources);
    }

    /** Returns the same code under another name. */
    public StageCode as(String other) {
        return new StageCode(stage, other, sources, tests, resources);
    }

    /** Reads the solution with a wrong solution's files in place of its own. */
    public static StageCode wrong(Stage stage, WrongSolution wrong) {
        return replacing(stage, "wrong-" + wrong.name(), wrong.sources());
    }

    /**
     * Reads the solution with other files in place of its own.
     *
     * @param variant tells it from other code for the same stage
     */
    public static StageCode replacing(Stage stage, String variant, List<SourceFile> others) {
        List<SourceFile> solution = SourceFile.in(stage.root(), stage.solutionSources());
        Map<String, SourceFile> files =
                SourceFile.byPath(Stream.concat(solution.stream(), others.stream()));
        return derived(stage, variant, List.copyOf(files.values()));
    }

    private static List<SourceFile> tests(Stage stage) {
        return SourceFile.in(stage.root(), stage.testSources());
    }

    /** Returns the folder of what the tests read from their class path; it need not exist. */
    Path testResources() {
        return stage.folder().resolve("src/test/resources");
    }
}
