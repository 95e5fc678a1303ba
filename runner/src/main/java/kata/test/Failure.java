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

    /** What was thrown, by its simple name, and what it says. */
    private record Said(String type, String message) {

        static Said by(Throwable thrown) {
            String message = PrintableText.of(Objects.requireNonNullElse(thrown.getMessage(), ""));
            Matcher before = BEFORE.matcher(message);
            return thrown instanceof ExceptionInInitializerError && before.matches()
                    ? new Said(before.group(1), Objects.requireNonNullElse(before.group(2), ""))
                    : new Said(typeOf(thrown), message);
        }
    }

    /** Tells what was thrown, whatever the methods do that its class has of its own. */
    public static Failure of(Throwable thrown) {
        try {
            return read(thrown);
        } catch (Throwable foreign) {
            return new Failure(
                    typeOf(thrown),
                    thrown instanceof AssertionError,
                    "it cannot be read: its own code threw " + typeOf(foreign),
                    Optional.empty(),
                    isOfJava(foreign) ? places(foreign) : List.of());
        }
    }

    private static boolean isOfJava(Throwable thrown) {
        return thrown.getClass().getClassLoader() == null;
    }

    /** A class without a name is called by that of what it extends. */
    private static String typeOf(Throwable thrown) {
        Class<?> type = thrown.getClass();
        return type.isAnonymousClass()
                ? type.getSuperclass().getSimpleName()
                : type.getSimpleName();
    }

    private static Failure read(Throwable thrown) {
        Throwable first =
                withCauses(thrown).dropWhile(Failure::hidesItsCause).findFirst().orElse(thrown);
        Said said = Said.by(first);
        return new Failure(
                said.type(),
                first instanceof AssertionError,
                said.message(),
                Todo.in(thrown),
                places(thrown));
    }

    /**
     * What a static initialiser throws hides behind errors that do not say it, and are not the same
     * each time.
     */
    private static boolean hidesItsCause(Throwable thrown) {
        return thrown instanceof LinkageError
                && thrown.getCause() != null
                && !(thrown.getCause() instanceof ClassNotFoundException);
    }

    private static Stream<Throwable> withCauses(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(PLACES);
    }

    private static List<Place> places(Throwable thrown) {
        return withCauses(thrown).toList().reversed().stream()
                .flatMap(cause ->
                        Stream.concat(Stream.of(cause), Arrays.stream(cause.getSuppressed())))
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .map(Place::of)
                .limit(PLACES)
                .toList();
    }
}
