package kata.cli;

import kata.model.SourceFile;
import kata.run.Outcome;
import kata.run.StageCode;
import kata.run.TestResult;
import kata.run.Todo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says why a test failed in the words of the kata, and without a stack trace.
 *
 * @param code the code that the test ran against
 */
record FailureText(StageCode code) {

    private static final int LINES = 12;
    private static final int FRAMES = 3;

    /** Returns the lines to print below a test that has failed. */
    List<String> lines(TestResult result) {
        Optional<Todo> todo = result.todo();
        if (todo.isPresent()) {
            return List.of(todo.get().toString());
        }
        return switch (result.outcome()) {
            case Outcome.Failed(AssertionError failure) -> message(failure);
            case Outcome.Failed(Throwable failure) -> exception(result, failure);
            case Outcome.SetUpFailed(Throwable failure) -> exception(result, failure);
            case Outcome.TimedOut _, Outcome.Skipped _, Outcome.Passed _ ->
                    List.of(result.verdict());
        };
    }

    private static List<String> message(AssertionError failure) {
        return Optional.ofNullable(failure.getMessage()).stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .toList();
    }

    private List<String> exception(TestResult result, Throwable failure) {
        Stream<String> frames =
                Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                        .flatMap(frame -> place(frame).stream())
                        .distinct()
                        .limit(FRAMES);
        return Stream.concat(Stream.of(result.verdict()), frames).toList();
    }

    private Optional<String> place(StackTraceElement frame) {
        String path = frame.getClassName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        return code.sources().stream()
                .filter(source -> source.path().equals(path))
                .map(SourceFile::shownAs)
                .map(file -> "at %s:%d".formatted(file, frame.getLineNumber()))
                .findFirst();
    }
}
