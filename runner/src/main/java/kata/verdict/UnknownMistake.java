package kata.verdict;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.starter.Derivation;
import kata.test.TestReport;
import kata.test.TestResult;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mistake that the kata does not know: which tests fail on it, what they say, and what the
 * learner has written in the place of the tasks. With it the maintainers can add it to the kept
 * ones.
 *
 * @param stage the stage
 * @param failures the tests that fail, and not only because a task is open
 */
public record UnknownMistake(Stage stage, List<TestResult> failures) {

    private static final int CONTEXT = 2;

    /** Takes what tests have shown. */
    public static UnknownMistake of(Stage stage, TestReport report) {
        return new UnknownMistake(
                stage, report.failures().filter(result -> result.todo().isEmpty()).toList());
    }

    /** Returns a page about it. */
    public String text() {
        return """
        # An unknown mistake in %s

        Found with Java %s. The kata has written this file, and sends nothing: give it to its \
        maintainers yourself.

        ## The tests that fail

        %s

        ## From the starter to this code

        ```diff
        %s
        ```
        """
                .formatted(
                        stage.path(),
                        Runtime.version().feature(),
                        failures.stream()
                                .map(test ->
                                        "- `%s`: %s".formatted(test.name(), StableMessage.of(test)))
                                .collect(Collectors.joining("\n")),
                        changes().collect(Collectors.joining("\n")));
    }

    /** Only the files of the tasks, and of these only what the learner has changed. */
    private Stream<String> changes() {
        Map<String, SourceFile> mine =
                SourceFile.byPath(SourceFile.in(stage.root(), stage.starterSources()).stream());
        return Derivation.of(stage).starter().stream()
                .filter(starter -> mine.containsKey(starter.path()))
                .flatMap(starter -> changes(starter, mine.get(starter.path())));
    }

    private static Stream<String> changes(SourceFile starter, SourceFile mine) {
        List<String> before = starter.text().lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                "starter/" + starter.path(),
                mine.path(),
                before,
                DiffUtils.diff(before, mine.text().lines().toList()),
                CONTEXT)
                .stream();
    }
}
