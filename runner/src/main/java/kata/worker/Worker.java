package kata.worker;

import kata.compile.StageCode;
import kata.stage.KataException;
import kata.test.Outcome;
import kata.test.TestReport;

import java.time.Duration;
import java.util.Optional;

/**
 * Runs tests in a process of its own, which stays warm from one run to the next, and is replaced
 * when a learner's code has ended it or keeps it busy.
 */
public final class Worker implements AutoCloseable {

    /** The time that the tests of a stage may take. */
    public static final Duration LIMIT = Duration.ofSeconds(20);

    /** How much longer a worker may take to say that the time is up; compiling is in it, too. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Duration limit;
    private Optional<WorkerProcess> process = Optional.empty();

    /** Creates a worker with {@link #LIMIT}. */
    public Worker() {
        this(LIMIT);
    }

    /** Creates a worker whose tests may take this long, in whole seconds. */
    public Worker(Duration limit) {
        this.limit = limit;
    }

    /** Starts the process unless it runs. Does not wait for it: the first run will. */
    public synchronized void start() {
        if (process.isEmpty()) {
            process = Optional.of(WorkerProcess.start());
        }
    }

    /**
     * Compiles code and runs the stage's tests on it. Blocks until they have ended, or the limit
     * has passed.
     *
     * @throws KataException if it cannot be tried, for example because there are no tests
     */
    public synchronized Verdict run(StageCode code) {
        start();
        var request = TestRequest.of(code, limit);
        Verdict verdict = process.orElseThrow().run(request, limit.plus(GRACE));
        if (hasSpoiled(verdict)) {
            close();
            start();
        }
        return verdict;
    }

    /** Tells whether code of the run may still be running, or the process is gone. */
    private static boolean hasSpoiled(Verdict verdict) {
        return switch (verdict) {
            case Verdict.DoesNotCompile _ -> false;
            case Verdict.Tested(TestReport report) ->
                    report.results().stream()
                            .anyMatch(result -> result.outcome() instanceof Outcome.TimedOut);
            case Verdict.ProgramEnded _, Verdict.Unresponsive _ -> true;
        };
    }

    /** Ends the process. Does nothing if there is none. */
    @Override
    public synchronized void close() {
        process.ifPresent(WorkerProcess::kill);
        process = Optional.empty();
    }
}
