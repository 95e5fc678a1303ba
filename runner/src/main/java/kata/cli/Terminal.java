package kata.cli;

import java.io.PrintWriter;

/**
 * Where a command prints. It prints no colours: what it says reads the same everywhere.
 *
 * @param out for what was asked for
 * @param err for what went wrong, and for what takes a while
 * @param marks the symbols that can be printed
 */
record Terminal(PrintWriter out, PrintWriter err, Marks marks) {

    /** Returns the terminal, or the files, that this process was started on. */
    static Terminal ofSystem() {
        return new Terminal(
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                Marks.printableIn(System.out.charset()));
    }

    /** Prints a line. */
    void line(String format, Object... arguments) {
        out.println(format.formatted(arguments));
    }

    /** Prints an empty line. */
    void gap() {
        out.println();
    }
}
