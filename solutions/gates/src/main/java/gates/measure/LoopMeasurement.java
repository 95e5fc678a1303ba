package gates.measure;

import kata.progress.CurrentStage;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.starter.Derivation;
import kata.starter.TaskSolution;

import launch.KataCopy;
import launch.WatchProcess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the learner's loop on a stage that is solved, where each test runs to its end. All of it
 * happens in a copy of the kata.
 *
 * @param stage the stage
 * @param saves how often to save once warm
 * @param mavens how often to let Maven test, too
 */
public record LoopMeasurement(Stage stage, int saves, int mavens) {

    private static final Pattern ALL_PASS = Pattern.compile("All \\d+ tests pass");

    /**
     * Measures. Blocks for seconds to minutes.
     *
     * @throws KataException if the kata cannot be copied or started, or a test fails
     */
    public LoopTimes take() {
        try (KataCopy copy = KataCopy.of(stage.root())) {
            Stage copied = solvedIn(copy);
            return watch(copied, firstFile(copied));
        }
    }

    /** Returns the learner's file in which the reference solves the first task. */
    private static Path firstFile(Stage copied) {
        Path solution = Path.of(TaskSolution.of(copied).getFirst().file());
        return copied.root().resolve(Path.of("solutions").relativize(solution));
    }

    /**
     * Measures what the watch uses while nothing happens, after as many saves. Blocks for longer.
     *
     * @param during how long nothing happens
     * @throws KataException as {@link #take()}
     */
    IdleUse idle(Duration during) {
        try (KataCopy copy = KataCopy.of(stage.root())) {
            Path file = firstFile(solvedIn(copy));
            try (WatchProcess watch = WatchProcess.start(copy.root())) {
                requirePassed(watch.verdict());
                times(saves, () -> untilVerdict(file, watch));
                return IdleUse.of(watch.handle(), during);
            }
        }
    }

    private Stage solvedIn(KataCopy copy) {
        Stage copied = copy.kata().stage(stage.path());
        new CurrentStage(copy.kata(), _ -> false).choose(copied);
        copy.write(Derivation.of(copied).plain(), copied);
        return copied;
    }

    private LoopTimes watch(Stage copied, Path file) {
        long begin = System.nanoTime();
        try (WatchProcess watch = WatchProcess.start(copied.root())) {
            requirePassed(watch.verdict());
            Duration start = since(begin);
            Duration firstSave = untilVerdict(file, watch);
            return new LoopTimes(
                    start,
                    firstSave,
                    times(saves, () -> untilVerdict(file, watch)),
                    times(mavens, () -> untilMavenEnds(file, copied)));
        }
    }

    private static List<Duration> times(int times, Supplier<Duration> measurement) {
        return Stream.generate(measurement).limit(times).toList();
    }

    private static Duration untilVerdict(Path file, WatchProcess watch) {
        long begin = System.nanoTime();
        change(file);
        requirePassed(watch.verdict());
        return since(begin);
    }

    private static Duration untilMavenEnds(Path file, Stage copied) {
        long begin = System.nanoTime();
        change(file);
        MavenProcess.test(copied);
        return since(begin);
    }

    private static void change(Path file) {
        try {
            Files.writeString(file, "// One more line.\n", StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void requirePassed(String screen) {
        if (!ALL_PASS.matcher(screen).find()) {
            throw new KataException("Every test should have passed, but ./kata says:\n" + screen);
        }
    }
}
