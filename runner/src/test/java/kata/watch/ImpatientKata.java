package kata.watch;

import kata.command.KataCommand;
import kata.terminal.Terminal;
import kata.worker.Worker;

import java.nio.file.Path;
import java.time.Duration;

/** {@code ./kata} as it is, but that it gives the tests of a stage less time. */
final class ImpatientKata {

    static final Duration LIMIT = Duration.ofSeconds(8);

    private ImpatientKata() {}

    /** Runs a command and ends the JVM. */
    public static void main(String[] arguments) {
        try (Worker worker = new Worker(LIMIT)) {
            System.exit(KataCommand.run(Path.of(""), Terminal.ofSystem(), worker, arguments));
        }
    }
}
