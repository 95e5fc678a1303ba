package kata.terminal;

import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command prints, and is answered. It may print colours, but says nothing by them alone: it
 * reads the same everywhere.
 *
 * @param out for what was asked for
 * @param err for what went wrong, and for what takes a while
 * @param marks the symbols that can be printed
 * @param answers what a person answers
 * @param foreground gives it to other processes, if it is what this process was started on and
 *     nothing else reads from there
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        Marks marks,
        Answers answers,
        Optional<Foreground> foreground) {

    /** Creates a terminal that is not the one that this process was started on. */
    public Terminal(PrintWriter out, PrintWriter err, Marks marks, Answers answers) {
        this(out, err, marks, answers, Optional.empty());
    }

    /** Creates a terminal whose input is at its end. */
    public Terminal(PrintWriter out, PrintWriter err, Marks marks) {
        this(out, err, marks, Answers.none());
    }

    /** Returns the terminal, or the files, that this process was started on. */
    public static Terminal ofSystem() {
        Terminal plain =
                new Terminal(
                        new PrintWriter(System.out, true),
                        new PrintWriter(System.err, true),
                        Marks.printableIn(System.out.charset()),
                        Answers.from(new InputStreamReader(System.in)),
                        Optional.of(Foreground.ofSystem()));
        return isTerminal() && canColour(System.getenv()) ? plain.coloured() : plain;
    }

    /** Tells whether this process prints to a terminal, and not into a file or a pipe. */
    public static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** The old window of Windows would print the colours' codes; its new one says who it is. */
    private static boolean canColour(Map<String, String> environment) {
        return environment.containsKey("WT_SESSION")
                || !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /**
     * Returns a terminal that prints to the same place, is answered in another way, and gives the
     * foreground to other processes in another way or not at all.
     */
    public Terminal answeredBy(Answers others, Optional<Foreground> other) {
        return new Terminal(out, err, marks, others, other);
    }

    /** Returns the same with colours, unless the learner has set {@code NO_COLOR}. */
    public Terminal coloured() {
        boolean isPlain = !System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        return isPlain ? this : new Terminal(out, err, marks.coloured(), answers, foreground);
    }

    /** Returns a terminal that shows the same symbols, and keeps what is printed. */
    public Terminal onto(StringWriter text) {
        PrintWriter writer = new PrintWriter(text, true);
        return new Terminal(writer, writer, marks, answers);
    }

    /** Prints a line. */
    public void line(String format, Object... arguments) {
        out.println(format.formatted(arguments));
    }

    /** Prints a text as it stands. */
    public void text(String text) {
        text.lines().forEach(out::println);
    }

    /** Prints an empty line. */
    public void gap() {
        out.println();
    }
}
