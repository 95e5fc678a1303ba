package kata.command;

import kata.stage.KataException;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells the user in a line or two why a command could not do its work.
 *
 * @param folder the kata's folder, below which the trace of an unexpected failure is kept
 */
public record ErrorPrinter(Path folder, Terminal terminal) {

    private static final Path TRACE = Path.of(".kata", "crash.log");

    /** Tells what is wrong with the command, and what may have been meant. */
    int wrongUsage(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        terminal.err().println(problem(mistake));
        UnmatchedArgumentException.printSuggestions(mistake, terminal.err());
        terminal.err()
                .printf("`%s --help` tells more.%n", command.getCommandSpec().qualifiedName());
        return ExitCode.WRONG_USAGE;
    }

    /**
     * Of a word too many, the library tells at which index of what it has taken apart it stands.
     */
    private static String problem(ParameterException mistake) {
        return mistake instanceof UnmatchedArgumentException more && !more.isUnknownOption()
                ? "There is no use for '%s' here.".formatted(String.join(" ", more.getUnmatched()))
                : mistake.getMessage();
    }

    /** Tells what failed, and returns the exit code. */
    int tell(Throwable failure) {
        if (failure instanceof KataException mistake) {
            terminal.err().println(mistake.getMessage());
            return ExitCode.WRONG_USAGE;
        }
        terminal.err()
                .println(
                        "The kata's runner has failed, which is not your fault: %s. %s"
                                .formatted(failure, keptTrace(failure)));
        return ExitCode.CRASHED;
    }

    /** Tells that something could not be printed, and returns the exit code. */
    static int tellLoss(Terminal terminal) {
        terminal.err()
                .println(
                        "What this command says could not all be written: check that the disk or"
                                + " the device that it is sent to is not full.");
        return ExitCode.CRASHED;
    }

    private String keptTrace(Throwable failure) {
        Path trace = folder.resolve(TRACE);
        try {
            Files.createDirectories(trace.getParent());
            try (var writer = new PrintWriter(Files.newBufferedWriter(trace))) {
                failure.printStackTrace(writer);
            }
            return "The full trace is in %s.".formatted(trace.toAbsolutePath());
        } catch (IOException unwritable) {
            return "The full trace could not be written to %s.".formatted(trace.toAbsolutePath());
        }
    }
}
