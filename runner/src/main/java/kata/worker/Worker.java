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
        WorkerProcess worker = process.orElseThrow();
        worker.send(
                new Message.Run(
                        code.stage().root().toString(),
                        code.stage().path(),
                        code.variant(),
                        limit.toSeconds()));
        Verdict verdict = verdict(worker);
        if (hasSpoiled(verdict)) {
            close();
            start();
        }
        return verdict;
    }

    private Verdict verdict(WorkerProcess worker) {
        Optional<String> test = Optional.empty();
        while (true) {
            switch (worker.receive(limit.plus(GRACE))) {
                case WorkerProcess.Said(Message.Begun(String sentence)) ->
                        test = Optional.of(sentence);
                case WorkerProcess.Said(Message.Refused(var errors)) -> {
                    return new Verdict.Refused(errors);
                }
                case WorkerProcess.Said(Message.Tested(TestReport report)) -> {
                    return new Verdict.Tested(report);
                }
                case WorkerProcess.Said(Message.Impossible(String problem)) ->
                        throw new KataException(problem);
                case WorkerProcess.Said(Message.Run _) -> {}
                case WorkerProcess.Ended(int exitCode) -> {
                    return new Verdict.Exited(test, exitCode);
                }
                case WorkerProcess.Silent() -> {
                    return new Verdict.Stuck(test);
                }
            }
        }
    }

    /** Tells whether code of the run may still be running, or the process is gone. */
    private static boolean hasSpoiled(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused _ -> false;
            case Verdict.Tested(TestReport report) ->
                    report.results().stream()
                            .anyMatch(result -> result.outcome() instanceof Outcome.TimedOut);
            case Verdict.Exited _, Verdict.Stuck _ -> true;
        };
    }

    /** Ends the process. Does nothing if there is none. */
    @Override
    public synchronized void close() {
        process.ifPresent(WorkerProcess::kill);
        process = Optional.empty();
    }
}
