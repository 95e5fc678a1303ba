package kata.verdict;

import kata.files.SourceDiff;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.starter.Derivation;
import kata.test.TestReport;
import kata.test.TestResult;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A mistake that the kata does not know: which tests fail on it, what they say, and what the
 * learner has written in the place of the tasks. With it the maintainers can add it to the kept
 * ones.
 *
 * @param failures the tests that fail, and not only because a task is open
 */
public record UnknownMistake(Stage stage, List<TestResult> failures) {

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
                        String.join("\n", changes()));
    }

    /** Only the files of the tasks, and of these only what the learner has changed. */
    private List<String> changes() {
        List<SourceFile> mine = SourceFile.in(stage.root(), stage.starterSources());
        Map<String, SourceFile> starter =
                SourceFile.byPath(
                        Derivation.of(stage).starter().stream()
                                .map(file -> file.as("starter/" + file.path(), file.text())));
        starter.keySet().retainAll(SourceFile.byPath(mine.stream()).keySet());
        return SourceDiff.between(
                starter.values(),
                mine.stream().filter(file -> starter.containsKey(file.path())).toList());
    }
}
