package kata.worker;

import kata.compile.Compilation;
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

    /** The time that the tests of a stage may take, or each of them as long as none has failed. */
    public static final Duration LIMIT = Duration.ofSeconds(20);

    /** How much longer a worker may take to say that the time is up. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Duration limit;
    private volatile Optional<WorkerProcess> process = Optional.empty();

    /** Whether the last verdict, or that there was none, may come from outside. */
    private boolean isDoubtful;

    /** Creates a worker with {@link #LIMIT}. */
    public Worker() {
        this(LIMIT);
    }

    /** Creates a worker whose tests may take this long. */
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
     * @throws KataException if it cannot be tried, for example because there are no tests, or if
     *     the thread is interrupted
     */
    public Verdict run(StageCode code) {
        return run(code, new Cancellation());
    }

    /**
     * Runs the tests, like {@link #run(StageCode)}.
     *
     * @param cancellation ends this run, be it that it waits for another one
     * @throws KataException also if it has been cancelled
     */
    public Verdict run(StageCode code, Cancellation cancellation) {
        return run(new TestRequest(code, Optional.empty(), limit), cancellation);
    }

    /** Runs tests on code that is compiled, like {@link #run(StageCode, Cancellation)}. */
    public Verdict run(Compilation compiled, Cancellation cancellation) {
        return run(
                new TestRequest(compiled.code(), Optional.of(compiled.output()), limit),
                cancellation);
    }

    private synchronized Verdict run(TestRequest request, Cancellation cancellation) {
        try {
            Verdict verdict = runOnce(request, cancellation);
            if (!isDoubtful) {
                return verdict;
            }
        } catch (KataException untested) {
            if (!isDoubtful) {
                throw untested;
            }
        }
        // What comes from outside need not be the code: the second time it may be.
        return runOnce(request, cancellation);
    }

    private Verdict runOnce(TestRequest request, Cancellation cancellation) {
        if (process.filter(WorkerProcess::isSpoiled).isPresent()) {
            end();
        }
        start();
        WorkerProcess worker = process.orElseThrow();
        isDoubtful = false;
        try {
            cancellation.begin(worker);
            Verdict verdict = worker.run(request, request.limit().plus(GRACE));
            isDoubtful =
                    verdict instanceof Verdict.Killed
                            || worker.hasStoodStill() && !verdict.passed();
            if (hasTimedOut(verdict)) {
                end();
            }
            return verdict;
        } catch (KataException untested) {
            isDoubtful = worker.hasStoodStill();
            throw untested;
        } finally {
            cancellation.end();
            if (worker.isSpoiled()) {
                end();
            }
            start();
        }
    }

    /** Tells whether a test was given up, whatever it does now. */
    private static boolean hasTimedOut(Verdict verdict) {
        return verdict instanceof Verdict.Tested(TestReport report)
                && report.results().stream()
                        .anyMatch(result -> result.outcome() instanceof Outcome.TimedOut);
    }

    /** Ends the process, and with it the run that goes on. Does nothing if there is none. */
    @Override
    public void close() {
        process.ifPresent(WorkerProcess::kill);
        end();
    }

    private synchronized void end() {
        process.ifPresent(WorkerProcess::kill);
        process = Optional.empty();
    }
}
