package kata.cli;

import java.time.Duration;
import java.util.List;

/** Prints how long repeated runs took. */
final class Durations {

    private Durations() {}

    /** Prints the shortest, the median and the longest of one or more durations. */
    static void print(List<Duration> durations, Terminal terminal) {
        List<Duration> sorted = durations.stream().sorted().toList();
        terminal.line(
                "%s; shortest %d ms, median %d ms, longest %d ms",
                sorted.size() == 1 ? "1 run" : sorted.size() + " runs",
                sorted.getFirst().toMillis(),
                sorted.get(sorted.size() / 2).toMillis(),
                sorted.getLast().toMillis());
    }

    /** Returns a duration in seconds, to the tenth. */
    static String seconds(Duration duration) {
        return "%d.%d s".formatted(duration.toSeconds(), duration.toMillisPart() / 100);
    }
}
