package kata.cli;

import kata.worker.Worker;

import picocli.CommandLine;

import java.nio.file.Path;

/** The kata's command line. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try (Worker worker = new Worker()) {
            return run(Path.of(""), Terminal.ofSystem(), worker, arguments);
        }
    }

    /**
     * Runs a command and returns its exit code. Blocks until the command is done.
     *
     * @param folder the kata's folder, or one below it
     * @param terminal where the command prints
     * @param worker what runs a learner's code
     * @param arguments what was typed behind {@code ./kata}
     */
    static int run(Path folder, Terminal terminal, Worker worker, String... arguments) {
        var failures = new Failures(folder, terminal);
        return new CommandLine(new KataCommand(folder, terminal, worker))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setParameterExceptionHandler(failures::wrongUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> failures.tell(failure))
                .execute(arguments);
    }
}
