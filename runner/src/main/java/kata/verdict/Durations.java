package kata.verdict;

import kata.terminal.Terminal;

import java.time.Duration;
import java.util.List;

/** Says how long something took. */
public final class Durations {

    private Durations() {}

    /** Prints the shortest, the median and the longest of one or more durations. */
    public static void print(List<Duration> durations, Terminal terminal) {
        List<Duration> sorted = durations.stream().sorted().toList();
        terminal.line(
                "%s; shortest %s, median %s, longest %s",
                sorted.size() == 1 ? "1 run" : sorted.size() + " runs",
                milliseconds(sorted.getFirst()),
                milliseconds(median(sorted)),
                milliseconds(sorted.getLast()));
    }

    /** Returns the one in the middle of one or more durations. */
    public static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }

    /** Returns a duration in milliseconds. */
    public static String milliseconds(Duration duration) {
        return duration.toMillis() + " ms";
    }

    /** Returns a duration in seconds, to the tenth. */
    public static String seconds(Duration duration) {
        return "%d.%d s".formatted(duration.toSeconds(), duration.toMillisPart() / 100);
    }
}
