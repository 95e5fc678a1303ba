package kata.test;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a test has ended. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Outcome {

    /** It held. */
    record Passed() implements Outcome {}

    /** An assertion did not hold, or the code threw an exception. */
    record Failed(Failure failure) implements Outcome {}

    /**
     * It was given up after a time limit, its own or that of the whole run.
     *
     * @param reason which limit
     * @param places where in the code it was then: the innermost call first
     * @param isOfRun whether it was that of the whole run, which says nothing of the test
     */
    record TimedOut(String reason, List<Failure.Place> places, boolean isOfRun) implements Outcome {

        private static final Pattern LIMIT = Pattern.compile("timed out after (\\d+ \\w+)");

        /** JUnit names a method and its limit; a learner wants to know what that may mean. */
        private static TimedOut after(Throwable timeout) {
            Failure failure = Failure.of(timeout);
            Matcher limit = LIMIT.matcher(failure.message());
            return new TimedOut(
                    limit.find()
                            ? "still waiting after %s: no process sends what it waits for, or something never ends"
                                    .formatted(limit.group(1))
                            : failure.message(),
                    failure.places(),
                    false);
        }
    }

    /** It was not run. */
    record Skipped(String reason) implements Outcome {}

    /**
     * It could not be run, because its class could not be set up, or not be cleaned up afterwards.
     */
    record SetUpFailed(Failure failure) implements Outcome {}

    /** Tells whether the test held. */
    default boolean passed() {
        return this instanceof Passed;
    }

    /** Returns the outcome of a test of this class that threw. */
    static Outcome of(Throwable failure, String testClass) {
        if (failure instanceof TimeoutException) {
            return TimedOut.after(failure);
        }
        return isInitialisationOf(testClass, failure)
                ? new SetUpFailed(Failure.of(failure))
                : new Failed(Failure.of(failure));
    }

    /**
     * The first test of a class that cannot be initialised sees one error, every later one another.
     */
    private static boolean isInitialisationOf(String testClass, Throwable failure) {
        return switch (failure) {
            case ExceptionInInitializerError error ->
                    error.getCause() != null && ranInitialiserOf(testClass, error.getCause());
            case NoClassDefFoundError error ->
                    String.valueOf(error.getMessage()).endsWith("initialize class " + testClass);
            default -> false;
        };
    }

    private static boolean ranInitialiserOf(String testClass, Throwable cause) {
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (frame.getClassName().equals(testClass)
                    && frame.getMethodName().equals("<clinit>")) {
                return true;
            }
        }
        return false;
    }
}
