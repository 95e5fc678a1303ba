package kata.verdict;

import kata.compile.CompileError;
import kata.terminal.Terminal;

import java.util.List;

/** Prints why a stage's code does not compile. */
public final class CompileErrorPrinter {

    private static final int SHOWN = 10;

    private CompileErrorPrinter() {}

    /** Prints the first errors as javac does, and how many there are. */
    public static void print(List<CompileError> errors, Terminal terminal) {
        int count = errors.size();
        terminal.line(
                "%s The code does not compile yet: %s.",
                terminal.marks().bad(), count == 1 ? "1 error" : count + " errors");
        terminal.gap();
        errors.stream().limit(SHOWN).forEach(error -> terminal.out().println(error.print()));
        if (count > SHOWN) {
            terminal.line("... and %d more", count - SHOWN);
        }
        terminal.gap();
    }
}
