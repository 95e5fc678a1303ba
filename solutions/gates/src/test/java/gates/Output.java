package gates;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * What a command for maintainers said, and its exit code.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it complained about
 */
public record Output(int code, String out, String err) {

    /** Runs a command in this process, for the kata in a folder. */
    public static Output of(Callable<Integer> command, Path folder, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] words =
                Stream.concat(Stream.of("--kata", folder.toString()), Stream.of(arguments))
                        .toArray(String[]::new);
        int code =
                MaintainerCommand.commandLine(command)
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(words);
        return new Output(code, lines(out), lines(err));
    }

    private static String lines(StringWriter text) {
        return text.toString().replace("\r\n", "\n");
    }
}
