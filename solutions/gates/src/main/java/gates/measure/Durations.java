package gates.measure;

import java.time.Duration;
import java.util.List;

/** Says how long something took. */
final class Durations {

    private Durations() {}

    /** Returns the one in the middle of one or more durations. */
    static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }

    /** Returns a duration in milliseconds. */
    static String milliseconds(Duration duration) {
        return duration.toMillis() + " ms";
    }

    /** Returns a duration in seconds, to the tenth. */
    static String seconds(Duration duration) {
        return "%d.%d s".formatted(duration.toSeconds(), duration.toMillisPart() / 100);
    }
}
