package kata.test;

import kata.stage.PrintableText;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a test threw, in plain data: it outlives the classes of the run, and this process.
 *
 * @param type the simple name of what was thrown
 * @param message what it says; empty if it says nothing
 * @param todo the unsolved task that it comes from, if it does
 * @param places where in the code its first cause was thrown, and then what it caused: the
 *     innermost call first
 */
public record Failure(
        String type, boolean isAssertion, String message, Optional<Todo> todo, List<Place> places) {

    private static final int PLACES = 200;

    /** What Java says of an exception that has kept a class from being initialised before. */
    private static final Pattern BEFORE =
            Pattern.compile("(?s)Exception (?:\\w+\\.)*([\\w$]+)(?:: (.*))? \\[in thread \".*\"]");

    /**
     * A line of code.
     *
     * @param className the full name of its class
     * @param line its number, from 1
     */
    public record Place(String className, int line) {

        /**
         * Returns the path of the file that the class stands in, below the folder of its sources.
         */
        public String path() {
            return className.replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        }

        static Place of(StackTraceElement frame) {
            return new Place(frame.getClassName(), frame.getLineNumber());
        }
    }

    /**
     * Tells what was thrown. What a static initialiser throws hides behind errors that do not say
     * it, and are not the same each time.
     */
    public static Failure of(Throwable thrown) {
        Throwable first = thrown;
        while (first instanceof LinkageError
                && first.getCause() != null
                && !(first.getCause() instanceof ClassNotFoundException)) {
            first = first.getCause();
        }
        String message = PrintableText.of(Objects.requireNonNullElse(first.getMessage(), ""));
        Matcher before = BEFORE.matcher(message);
        boolean isBefore = first instanceof ExceptionInInitializerError && before.matches();
        return new Failure(
                isBefore ? before.group(1) : first.getClass().getSimpleName(),
                first instanceof AssertionError,
                isBefore ? Objects.requireNonNullElse(before.group(2), "") : message,
                Todo.in(thrown),
                places(thrown));
    }

    private static List<Place> places(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(PLACES)
                .toList()
                .reversed()
                .stream()
                .flatMap(cause ->
                        Stream.concat(Stream.of(cause), Arrays.stream(cause.getSuppressed())))
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .map(Place::of)
                .limit(PLACES)
                .toList();
    }
}
