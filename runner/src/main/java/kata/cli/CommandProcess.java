package kata.cli;

import kata.model.KataException;
import kata.watch.Lending;
import kata.worker.SameJava;

import java.io.IOException;

/**
 * A command of {@code ./kata} in a process of its own: what it does with the terminal's signals,
 * and Control-C, do not concern the watch.
 */
final class CommandProcess {

    private CommandProcess() {}

    /**
     * Runs a command at a terminal until it has ended; returns its exit code, or that of a failure
     * if this thread is interrupted.
     *
     * @throws KataException if Java cannot be started
     */
    static int run(Lending terminal, String... words) {
        try {
            return terminal.lendTo(SameJava.running(Main.class, words));
        } catch (IOException failure) {
            throw new KataException(
                    "Java could not be started for `./kata %s`: %s. `./kata doctor` says more."
                            .formatted(words[0], failure.getMessage()),
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.NOT_SOLVED;
        }
    }
}
