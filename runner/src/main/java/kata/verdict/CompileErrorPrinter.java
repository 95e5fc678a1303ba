package kata.verdict;

import kata.compile.Compilation;
import kata.terminal.Terminal;

/** Prints why a stage's code does not compile. */
public final class CompileErrorPrinter {

    private static final int SHOWN = 10;

    private CompileErrorPrinter() {}

    /** Prints the first errors as javac does, and how many there are. */
    public static void print(Compilation.Refused refused, Terminal terminal) {
        int count = refused.errors().size();
        terminal.line(
                "%s The code does not compile yet: %s.",
                terminal.marks().bad(), count == 1 ? "1 error" : count + " errors");
        terminal.gap();
        refused.errors().stream()
                .limit(SHOWN)
                .forEach(error -> terminal.out().println(error.print()));
        if (count > SHOWN) {
            terminal.line("... and %d more", count - SHOWN);
        }
        terminal.gap();
    }
}
