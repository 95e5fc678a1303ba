package kata.cli;

import kata.model.KataException;
import kata.model.Stage;
import kata.watch.Lending;
import kata.worker.SameJava;

import java.io.IOException;

/**
 * {@code ./kata shell} in a process of its own: in that of the watch, jshell would take the
 * terminal's signals away for good.
 *
 * @param stage the stage whose classes are at hand
 */
record ShellProcess(Stage stage) {

    /**
     * Talks with the person at a terminal until they have left, and tells whether it came to that.
     * Where it did not, the terminal says why.
     *
     * @throws KataException if Java cannot be started
     */
    boolean talks(Terminal terminal) {
        if (terminal.lending().isEmpty()) {
            terminal.line(
                    "For jshell with the stage's classes, run `./kata shell %s` in another window.",
                    stage.path());
            return false;
        }
        return talks(terminal.lending().get());
    }

    private boolean talks(Lending terminal) {
        try {
            return terminal.lendTo(SameJava.running(Main.class, "shell", stage.path())) == 0;
        } catch (IOException failure) {
            throw new KataException(
                    "Java could not be started for jshell: %s. `./kata doctor` says more."
                            .formatted(failure.getMessage()),
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
