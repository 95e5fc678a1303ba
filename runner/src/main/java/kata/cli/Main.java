package kata.cli;

import picocli.CommandLine;

import java.nio.file.Path;

/** The kata's command line. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the JVM, even if threads of a learner's code still run. */
    public static void main(String[] arguments) {
        System.exit(run(Path.of(""), Terminal.ofSystem(), arguments));
    }

    /**
     * Runs a command and returns its exit code. Blocks until the command is done.
     *
     * @param folder the kata's folder, or one below it
     * @param terminal where the command prints
     * @param arguments what was typed behind {@code ./kata}
     */
    static int run(Path folder, Terminal terminal, String... arguments) {
        var failures = new Failures(folder, terminal);
        return new CommandLine(new KataCommand(folder, terminal))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setParameterExceptionHandler(failures::wrongUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> failures.tell(failure))
                .execute(arguments);
    }
}
