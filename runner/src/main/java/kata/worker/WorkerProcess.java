package kata.worker;

import kata.stage.KataException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process that runs {@link WorkerMain}, and the conversation with it. */
final class WorkerProcess {

    /** What can be heard of a worker. */
    sealed interface Heard {}

    /**
     * It said something.
     *
     * @param message what
     */
    record Said(Message message) implements Heard {}

    /**
     * It has ended.
     *
     * @param exitCode what it gave back
     */
    record Ended(int exitCode) implements Heard {}

    /** It said nothing for too long. */
    record Silent() implements Heard {}

    private final Process process;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    private WorkerProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a process with the Java, the options and the class path of this one.
     *
     * @throws KataException if it cannot be started
     */
    static WorkerProcess start() {
        try {
            Process process =
                    JavaProcess.running(WorkerMain.class)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            WorkerProcess worker = new WorkerProcess(process);
            Thread.ofPlatform().daemon().name("kata-worker").start(worker::listen);
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
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Message.read(line).map(Said::new).ifPresent(heard::add);
            }
            heard.add(new Ended(process.waitFor()));
        } catch (IOException closed) {
            heard.add(new Ended(process.isAlive() ? 0 : process.exitValue()));
        } catch (InterruptedException impossible) {
            throw new IllegalStateException("nobody interrupts this thread", impossible);
        }
    }

    /** Says something to the worker; if it has ended, {@link #receive} will tell. */
    void send(Message message) {
        try {
            Writer writer = process.outputWriter(StandardCharsets.UTF_8);
            writer.write(message.asLine() + "\n");
            writer.flush();
        } catch (IOException ended) {
            // What it gave back is heard behind all that it said.
        }
    }

    /** Waits for what is to be heard next. */
    Heard receive(Duration time) {
        try {
            Heard next = heard.poll(time.toMillis(), TimeUnit.MILLISECONDS);
            return next == null ? new Silent() : next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Silent();
        }
    }

    /** Ends the process, whatever it does. */
    void kill() {
        process.destroyForcibly();
    }
}
