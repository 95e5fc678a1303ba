package kata.cli;

import java.io.InputStreamReader;
import java.io.PrintWriter;

/**
 * Where a command prints, and is answered. It prints no colours: what it says reads the same
 * everywhere.
 *
 * @param out for what was asked for
 * @param err for what went wrong, and for what takes a while
 * @param marks the symbols that can be printed
 * @param answers what a person answers
 */
record Terminal(PrintWriter out, PrintWriter err, Marks marks, Answers answers) {

    /** Creates a terminal at which nobody answers. */
    Terminal(PrintWriter out, PrintWriter err, Marks marks) {
        this(out, err, marks, Answers.none());
    }

    /** Returns the terminal, or the files, that this process was started on. */
    static Terminal ofSystem() {
        return new Terminal(
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                Marks.printableIn(System.out.charset()),
                Answers.from(new InputStreamReader(System.in)));
    }

    /** Prints a line. */
    void line(String format, Object... arguments) {
        out.println(format.formatted(arguments));
    }

    /** Prints a text as it stands. */
    void text(String text) {
        text.lines().forEach(out::println);
    }

    /** Prints an empty line. */
    void gap() {
        out.println();
    }
}
