package kata.cli;

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
record Said(int code, String out, String err) {

    /**
     * Shared by all tests, and ended with this process: it is slow to start. No test waits for its
     * limit, so that it need not be short, and a machine may be busy.
     */
    private static final Worker WORKER = new Worker(Duration.ofMinutes(2));

    /** Runs a command in this process, in a folder; its input is at its end. */
    static Said by(Path folder, String... arguments) {
        return answering("", folder, arguments);
    }

    /** Runs a command in this process, in a folder, with this input. */
    static Said answering(String input, Path folder, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal =
                new Terminal(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Marks.printableIn(StandardCharsets.UTF_8),
                        Answers.from(new StringReader(input)));
        int code = Main.run(folder, terminal, WORKER, arguments);
        return new Said(code, lines(out), lines(err));
    }

    private static String lines(StringWriter text) {
        return text.toString().replace("\r\n", "\n");
    }
}
