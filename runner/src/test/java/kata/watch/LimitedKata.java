package kata.watch;

import kata.command.KataCommand;
import kata.terminal.Terminal;
import kata.worker.Worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * {@code ./kata} as it is, but that its first argument is the time that the tests of a stage may
 * take.
 */
final class LimitedKata {

    private LimitedKata() {}

    /** Runs the command of the other arguments and ends the JVM. */
    public static void main(String[] arguments) {
        try (Worker worker = new Worker(Duration.parse(arguments[0]))) {
            String[] words = Arrays.copyOfRange(arguments, 1, arguments.length);
            System.exit(KataCommand.run(Path.of(""), Terminal.ofSystem(), worker, words));
        }
    }
}
