package kata.worker;

import kata.stage.JsonLine;
import kata.stage.KataException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process that runs {@link WorkerMain}, and the conversation with it. */
final class WorkerProcess {

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final Duration WITHOUT_LIMIT = Duration.ofNanos(Long.MAX_VALUE);

    /** The longest that a step of a wait counts for: what stands still here does so there. */
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long STANDSTILL = TimeUnit.SECONDS.toNanos(2);

    // A JVM without memory may go on for long, and answer nothing. This one says so, and ends.
    private static final String WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError";
    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

    /** What the exit code of a process is more than, if a signal has ended it. */
    private static final int SIGNAL = 128;

    private static final int LAST_SIGNAL = 64;

    private final Process process;
    private final ProgramMark mark;
    private final Set<ProcessHandle> programs = ConcurrentHashMap.newKeySet();
    private volatile boolean isOutOfMemory;
    private volatile boolean hasStoodStill;
    private volatile String lastWords = "";
    private volatile boolean isSpoiled;

    private final BlockingQueue<WorkerReply> replies = new LinkedBlockingQueue<>();

    private WorkerProcess(Process process, ProgramMark mark) {
        this.process = process;
        this.mark = mark;
    }

    /**
     * Starts a process with the Java, the options and the class path of this one.
     *
     * @throws KataException if it cannot be started
     */
    static WorkerProcess start() {
        try {
            var mark = ProgramMark.another();
            ProcessBuilder builder =
                    JavaProcess.running(WorkerMain.class, String.valueOf(mark.number()))
                            .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.command().add(1, WITHOUT_MEMORY);
            mark.putOn(builder);
            Process process = builder.start();
            WorkerProcess worker = new WorkerProcess(process, mark);
            Thread reader = Thread.ofPlatform().daemon().name("kata-worker").start(worker::listen);
            // Not in the common pool, where all threads may be busy.
            Thread.ofPlatform().daemon().name("kata-end").start(() -> worker.awaitEnd(reader));
            return worker;
        } catch (IOException failure) {
            throw new KataException(
                    "Java could not be started to run the tests: %s. `./kata doctor` says more."
                            .formatted(failure.getMessage()),
                    failure);
        }
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(this::hear);
        } catch (IOException | UncheckedIOException closed) {
            // It has ended, or will.
        }
    }

    private void hear(String line) {
        isOutOfMemory |= line.startsWith(OUT_OF_MEMORY);
        Optional<WorkerReply> reply = JsonLine.read(line, WorkerReply.class);
        if (reply.isEmpty() && !line.isBlank()) {
            lastWords = line;
        }
        if (reply.isPresent()) {
            try {
                process.descendants().forEach(programs::add);
            } finally {
                replies.add(reply.get());
            }
        }
    }

    /**
     * A process that the code has started may hold the pipe open for longer than this one lives.
     */
    private void awaitEnd(Thread reader) {
        try {
            process.waitFor();
            endPrograms();
            reader.join(LAST_WORDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            replies.add(new WorkerReply.Ended());
        }
    }

    /**
     * Has it compile and test code; blocks until it has done so, has ended, or has said nothing for
     * too long. How long it takes to start and to compile depends on the machine alone: nothing
     * follows from it for the code.
     *
     * @param patience how long it may say nothing once it has compiled the code
     * @throws KataException if the code cannot be tested, for example because there are no tests
     */
    Verdict run(TestRequest request, Duration patience) {
        isSpoiled = true;
        hasStoodStill = false;
        send(request);
        Optional<String> test = Optional.empty();
        boolean isCompiled = false;
        Optional<WorkerReply> next = next(WITHOUT_LIMIT);
        while (next.isPresent()) {
            switch (next.get()) {
                case WorkerReply.Compiled() -> {
                    test = Optional.empty();
                    isCompiled = true;
                }
                case WorkerReply.Begun(String begun) -> test = Optional.of(begun);
                case WorkerReply.FillsMemory() -> {
                    return new Verdict.OutOfMemory(test);
                }
                case WorkerReply.Done(Verdict verdict, boolean isLast) -> {
                    isSpoiled = isLast;
                    return verdict;
                }
                case WorkerReply.Exits(int code) -> {
                    return new Verdict.ProgramEnded(test, code);
                }
                case WorkerReply.Impossible(String problem) -> throw new KataException(problem);
                case WorkerReply.Ended() -> {
                    return end(test, isCompiled);
                }
            }
            next = next(patience);
        }
        return new Verdict.Unresponsive(test);
    }

    private Verdict end(Optional<String> test, boolean isCompiled) {
        int code = process.exitValue();
        if (code > SIGNAL && code <= SIGNAL + LAST_SIGNAL) {
            return new Verdict.Killed(test);
        }
        if (!isCompiled) {
            throw notRun(code);
        }
        return isOutOfMemory ? new Verdict.OutOfMemory(test) : new Verdict.ProgramEnded(test, code);
    }

    /** Before it is compiled, no code has done anything. */
    private KataException notRun(int code) {
        return new KataException(
                isOutOfMemory
                        ? "There is not enough memory to compile the code: is a file of it very"
                                + " large?"
                        : ("Java ended with exit code %d before it could run the tests%s. `./kata"
                                        + " doctor` says more.")
                                .formatted(
                                        code, lastWords.isEmpty() ? "" : " (" + lastWords + ")"));
    }

    /**
     * Tells whether the process has ended, or its last run has not come to a verdict, or has left
     * code running.
     */
    boolean isSpoiled() {
        return isSpoiled || !process.isAlive();
    }

    /**
     * Tells whether this process was stopped in its last run, as Control-Z does to all that it has
     * started, too: for those who look at a clock, time has passed in which they could do nothing.
     */
    boolean hasStoodStill() {
        return hasStoodStill;
    }

    private void send(TestRequest request) {
        try {
            Writer writer = process.outputWriter(StandardCharsets.UTF_8);
            writer.write(JsonLine.of(request) + "\n");
            writer.flush();
        } catch (IOException ended) {
            // Its end comes behind all that it said.
        }
    }

    /**
     * Returns what it says next; nothing if it says nothing in this time. Whoever is interrupted
     * has heard nothing, of which nothing follows for the code.
     */
    private Optional<WorkerReply> next(Duration time) {
        try {
            for (long left = time.toNanos(); left > 0; left -= STEP) {
                long begin = System.nanoTime();
                WorkerReply reply = replies.poll(STEP, TimeUnit.NANOSECONDS);
                hasStoodStill |= System.nanoTime() - begin > STANDSTILL;
                if (reply != null) {
                    return Optional.of(reply);
                }
            }
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KataException("The run was interrupted: run the tests again.", interrupted);
        }
    }

    /** Ends the process, whatever it does, and the programs that its code has started. */
    void kill() {
        process.descendants().forEach(programs::add);
        process.destroyForcibly();
        endPrograms();
    }

    private void endPrograms() {
        programs.forEach(ProcessHandle::destroyForcibly);
        mark.endPrograms();
    }
}
