package kata.test;

import kata.stage.PrintableText;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * One test of a stage, and how it ended.
 *
 * @param name class and method, such as {@code TodoCacheTest.same_name_same_pid}; the field for a
 *     layering rule
 * @param sentence what the test says, for people
 * @param tasks the numbers of the tasks that it belongs to; none if it holds before any is solved
 */
public record TestResult(
        String name, String sentence, Set<Integer> tasks, boolean isRule, Outcome outcome) {

    private static final int LONGEST = 300;

    /** Returns the name of a member of a test class: {@code Outer.Inner.member}. */
    static String name(String className, String member) {
        return simple(className) + "." + member;
    }

    /** Returns the name of a class without its package. */
    static String simple(String className) {
        return className.replaceFirst("^.*\\.", "").replace('$', '.');
    }

    /** Tells whether the test held. */
    public boolean passed() {
        return outcome.passed();
    }

    /** Tells whether the limit of the whole run has cut it off. */
    public boolean isCut() {
        return outcome instanceof Outcome.TimedOut timedOut && timedOut.isOfRun();
    }

    /** Tells whether it was run to its end, and its task is written, and it did not hold. */
    public boolean failedByItself() {
        return !passed() && !isCut() && !(outcome instanceof Outcome.Skipped) && todo().isEmpty();
    }

    /**
     * Returns the number of the task with which it passes, 0 for none: a test that belongs to
     * several passes only once the last of them is solved.
     */
    public int lastTask() {
        return tasks.isEmpty() ? 0 : Collections.max(tasks);
    }

    /** Returns the unsolved task that made the test fail, if one did. */
    public Optional<Todo> todo() {
        return failure().flatMap(Failure::todo);
    }

    /** Returns what the test or its set-up threw, if it threw. */
    public Optional<Failure> failure() {
        return switch (outcome) {
            case Outcome.Failed(Failure failure) -> Optional.of(failure);
            case Outcome.SetUpFailed(Failure failure) -> Optional.of(failure);
            case Outcome.Passed _, Outcome.TimedOut _, Outcome.Skipped _ -> Optional.empty();
        };
    }

    /** Says the same as {@link #wholeVerdict()}, shortened if need be. */
    public String verdict() {
        return PrintableText.shortened(wholeVerdict(), LONGEST);
    }

    /** Says in one line how the test ended: for a failure its TODO, else its message. */
    public String wholeVerdict() {
        return switch (outcome) {
            case Outcome.Passed() -> "passed";
            case Outcome.Failed(Failure failure) -> told(failure);
            case Outcome.TimedOut timedOut -> timedOut.reason();
            case Outcome.Skipped(String reason) -> "skipped: " + reason;
            case Outcome.SetUpFailed(Failure failure) ->
                    "its class could not be set up: " + told(failure);
        };
    }

    private static String told(Failure failure) {
        return failure.todo().map(Todo::toString).orElseGet(() -> inOneLine(failure));
    }

    private static String inOneLine(Failure failure) {
        String message = failure.message().strip().replaceAll("\\s+", " ");
        if (message.isEmpty()) {
            return failure.type();
        }
        return failure.isAssertion() ? message : failure.type() + ": " + message;
    }
}
