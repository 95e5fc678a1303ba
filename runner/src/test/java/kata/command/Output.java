package kata.command;

import kata.terminal.Answers;
import kata.terminal.Marks;
import kata.terminal.Terminal;
import kata.worker.Worker;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a command said, and its exit code.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it complained about
 */
public record Output(int code, String out, String err) {

    /**
     * Shared by all tests, and ended with this process: it is slow to start. No test waits for its
     * limit, so that it need not be short, and a machine may be busy.
     */
    private static final Worker WORKER = new Worker(Duration.ofMinutes(2));

    /** Runs a command in this process, in a folder; its input is at its end. */
    public static Output by(Path folder, String... arguments) {
        return answering("", folder, arguments);
    }

    /** Runs a command in this process, in a folder, with this input. */
    static Output answering(String input, Path folder, String... arguments) {
        return answering(
                Answers.from(new StringReader(input)), new StringWriter(), folder, arguments);
    }

    /** Runs a command in this process, answered in this way, and printing here. */
    static Output answering(Answers answers, StringWriter out, Path folder, String... arguments) {
        var err = new StringWriter();
        var terminal =
                new Terminal(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Marks.printableIn(StandardCharsets.UTF_8),
                        answers);
        int code = KataCommand.run(folder, terminal, WORKER, arguments);
        return new Output(code, lines(out), lines(err));
    }

    private static String lines(StringWriter text) {
        return text.toString().replace("\r\n", "\n");
    }
}
