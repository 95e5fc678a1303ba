package kata.progress;

import kata.test.TestReport;
import kata.test.TestResult;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is remembered of a run of a stage's tests. If no test passed and none failed, the code did
 * not compile, or the run did not come to its end.
 *
 * @param at when the run ended, to the second
 * @param passed how many tests passed
 * @param failed how many tests did not
 * @param openTasks the numbers of the tasks of which a test failed, in order
 */
public record LastRun(Instant at, int passed, int failed, List<Integer> openTasks) {

    private static final String NONE = "-";

    /** Returns what to remember of a run that ended just now. */
    public static LastRun of(TestReport report) {
        List<Integer> open =
                report.failures()
                        .filter(result -> !result.tasks().isEmpty())
                        .map(LastRun::lastTask)
                        .distinct()
                        .sorted()
                        .toList();
        int failed = (int) report.failures().count();
        return new LastRun(now(), report.results().size() - failed, failed, open);
    }

    /** Returns what to remember of a run that just now came to nothing. */
    public static LastRun withoutResults() {
        return new LastRun(now(), 0, 0, List.of());
    }

    /** Reads what {@link #toString} wrote; nothing if it is something else. */
    public static Optional<LastRun> parse(String text) {
        String[] words = text.split(" ");
        if (words.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new LastRun(
                            Instant.parse(words[0]),
                            Integer.parseInt(words[1]),
                            Integer.parseInt(words[2]),
                            numbers(words[3])));
        } catch (DateTimeException | NumberFormatException changedByHand) {
            return Optional.empty();
        }
    }

    /** Tells whether the code compiled and its tests ran to their end. */
    public boolean tested() {
        return passed + failed > 0;
    }

    @Override
    public String toString() {
        String open =
                openTasks.isEmpty()
                        ? NONE
                        : openTasks.stream().map(String::valueOf).collect(Collectors.joining(","));
        return "%s %d %d %s".formatted(at, passed, failed, open);
    }

    // A test that belongs to several tasks passes only once the last of them is solved.
    private static int lastTask(TestResult result) {
        return Collections.max(result.tasks());
    }

    private static List<Integer> numbers(String text) {
        return text.equals(NONE)
                ? List.of()
                : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
