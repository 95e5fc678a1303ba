package kata.test;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A task that is not solved yet, as a starter's exception names it.
 *
 * @param sentence what must hold
 */
public record Todo(int number, String sentence) {

    /**
     * The JVM adds the thread where a class's initialisation fails again and again; a record that
     * holds the failure closes its brackets behind it.
     */
    private static final Pattern TODO =
            Pattern.compile("(?m)TODO (\\d{1,4}): (.*?)(?:(?<=\\.)[\\])}]+| \\[in thread .*)?$");

    /**
     * Returns the task that a failure comes from, be it wrapped in others or only quoted by their
     * messages.
     */
    public static Optional<Todo> in(Throwable failure) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(failure, all);
        // The exception itself has the plain sentence; what quotes it may add to it.
        return find(all.stream().filter(UnsupportedOperationException.class::isInstance))
                .or(() -> find(all.stream()));
    }

    @Override
    public String toString() {
        return "TODO %d: %s".formatted(number, sentence);
    }

    private static Optional<Todo> find(Stream<Throwable> failures) {
        return failures.map(failure -> TODO.matcher(String.valueOf(failure.getMessage())))
                .filter(Matcher::find)
                .map(found -> new Todo(Integer.parseInt(found.group(1)), found.group(2).strip()))
                .findFirst();
    }

    private static void collect(Throwable failure, Set<Throwable> all) {
        if (failure != null && all.add(failure)) {
            collect(failure.getCause(), all);
            for (Throwable suppressed : failure.getSuppressed()) {
                collect(suppressed, all);
            }
        }
    }
}
