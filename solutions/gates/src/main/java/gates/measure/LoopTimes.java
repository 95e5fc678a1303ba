package gates.measure;

import java.time.Duration;
import java.util.List;

/**
 * How long a learner waits for verdicts on a stage.
 *
 * @param start from typing {@code ./kata} to the first verdict
 * @param firstSave from the first save to its verdict
 * @param saves from each later save to its verdict
 * @param maven how long Maven takes to test the same change, once for each time that it was tried
 */
public record LoopTimes(
        Duration start, Duration firstSave, List<Duration> saves, List<Duration> maven) {}
