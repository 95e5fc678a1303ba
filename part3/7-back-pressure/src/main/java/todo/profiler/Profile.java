package todo.profiler;

import java.time.Duration;
import java.util.Locale;

/**
 * What came of a run of the profiler.
 *
 * @param operations how many operations there were, those of all clients together
 * @param time how long it took until the last client had finished
 */
public record Profile(long operations, Duration time) {

    /** Returns how many operations there were in a second. */
    public long rate() {
        return Math.round(operations * 1e9 / time.toNanos());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d operations/s", rate());
    }
}
