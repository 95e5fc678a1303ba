package kata.run;

import org.apache.commons.lang3.StringUtils;

import java.util.Optional;
import java.util.Set;

/**
 * One test of a stage, and how it ended.
 *
 * @param name class and method, such as {@code TodoCacheTest.same_name_same_pid}; the field for a
 *     layering rule
 * @param sentence what the test says, for people
 * @param tasks the numbers of the tasks that it belongs to; none if it holds before any is solved
 * @param isRule whether it is a layering rule of ArchUnit's
 * @param outcome how it ended
 */
public record TestResult(
        String name, String sentence, Set<Integer> tasks, boolean isRule, Outcome outcome) {

    private static final int LONGEST = 300;

    /** Tells whether the test held. */
    public boolean passed() {
        return outcome.passed();
    }

    /** Returns the unsolved task that made the test fail, if one did. */
    public Optional<Todo> todo() {
        return failure().flatMap(Todo::in);
    }

    /** Returns what the test or its set-up threw, if it threw. */
    public Optional<Throwable> failure() {
        return switch (outcome) {
            case Outcome.Failed(Throwable failure) -> Optional.of(failure);
            case Outcome.SetUpFailed(Throwable failure) -> Optional.of(failure);
            case Outcome.Passed _, Outcome.TimedOut _, Outcome.Skipped _ -> Optional.empty();
        };
    }

    /**
     * Says in one line how the test ended: for a failure its TODO, else its message, shortened if
     * need be.
     */
    public String verdict() {
        return switch (outcome) {
            case Outcome.Passed() -> "passed";
            case Outcome.Failed(Throwable failure) -> told(failure);
            case Outcome.TimedOut(String reason) -> reason;
            case Outcome.Skipped(String reason) -> "skipped: " + reason;
            case Outcome.SetUpFailed(Throwable failure) ->
                    "its class could not be set up: " + told(failure);
        };
    }

    private static String told(Throwable failure) {
        return Todo.in(failure).map(Todo::toString).orElseGet(() -> inOneLine(failure));
    }

    private static String inOneLine(Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        String message = StringUtils.normalizeSpace(failure.getMessage());
        if (StringUtils.isEmpty(message)) {
            return kind;
        }
        return StringUtils.abbreviate(
                failure instanceof AssertionError ? message : kind + ": " + message, LONGEST);
    }
}
