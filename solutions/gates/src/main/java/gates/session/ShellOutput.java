package gates.session;

import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.shell.StageShell;
import kata.stage.KataException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What jshell prints for lines that are typed.
 *
 * @param text all that it prints
 * @param ended whether it has come to the end of the lines, rather than been ended by force
 */
public record ShellOutput(String text, boolean ended) {

    /**
     * Types lines into a shell with a stage's code. Blocks until that has come to its end or the
     * limit has passed.
     *
     * @throws KataException if the code does not compile
     */
    public static ShellOutput of(List<String> lines, StageCode code, Duration limit) {
        StageShell shell = shell(code);
        String typed = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        var input = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        var output = new ByteArrayOutputStream();
        var printer = new PrintStream(output, true, StandardCharsets.UTF_8);
        var tool =
                StageShell.builder().in(input, null).out(printer).err(printer).promptCapture(true);
        try (var running = new LimitedSession(() -> shell.start(tool))) {
            boolean ended = running.endsWithin(limit);
            return new ShellOutput(output.toString(StandardCharsets.UTF_8), ended);
        }
    }

    private static StageShell shell(StageCode code) {
        Compilation compilation = Compilation.of(code);
        if (!compilation.succeeded()) {
            throw new KataException(
                    "The %s of %s does not compile, so no session can be run on it."
                            .formatted(code.variant(), code.stage().path()));
        }
        return StageShell.on(compilation);
    }
}
