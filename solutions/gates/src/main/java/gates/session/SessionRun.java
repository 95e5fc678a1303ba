package gates.session;

import gates.Finding;
import gates.page.PageLocation;

import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.lesson.Difference;
import kata.lesson.Exchange;
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
 * Types a lesson's session into jshell, and compares what comes out with what the lesson shows.
 *
 * @param limit how long the session may take
 * @param isHanging what to do about a session that takes longer
 * @param isDifferent what to do about one that comes out otherwise
 */
record SessionRun(Duration limit, String isHanging, String isDifferent) {

    /**
     * Blocks until the session has come to its end or the limit has passed.
     *
     * @throws KataException if the code does not compile
     */
    List<Finding> run(Session session, StageCode code) {
        var places = new PageLocation(code.stage());
        Transcript transcript = type(session.typed(), shell(code));
        if (!transcript.ended()) {
            return List.of(hanging(session, transcript, places));
        }
        return new SessionComparison()
                .compare(session, transcript).stream()
                        .map(difference -> different(difference, places))
                        .toList();
    }

    private Transcript type(List<String> lines, StageShell shell) {
        var input = new ByteArrayInputStream(text(lines).getBytes(StandardCharsets.UTF_8));
        var output = new ByteArrayOutputStream();
        var printer = new PrintStream(output, true, StandardCharsets.UTF_8);
        var tool =
                StageShell.builder().in(input, null).out(printer).err(printer).promptCapture(true);
        try (var running = new LimitedSession(() -> shell.start(tool))) {
            boolean ended = running.endsWithin(limit);
            return Transcript.read(output.toString(StandardCharsets.UTF_8), ended);
        }
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
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

    private Finding hanging(Session session, Transcript transcript, PageLocation places) {
        List<Exchange> exchanges = session.exchanges();
        int reached = Math.clamp(transcript.exchanges().size() - 1, 0, exchanges.size() - 1);
        Exchange last = exchanges.get(reached);
        return new Finding(
                places.inLesson(last.firstLine()),
                "`%s` was still running when the session's %d s were over."
                        .formatted(last.typed().findFirst().orElse(""), limit.toSeconds()),
                isHanging);
    }

    private Finding different(Difference difference, PageLocation places) {
        return new Finding(
                places.inLesson(difference.line()),
                "The lesson shows %s, but jshell printed %s."
                        .formatted(quoted(difference.expected()), quoted(difference.actual())),
                isDifferent);
    }

    private static String quoted(String line) {
        return line.isEmpty() ? "nothing more" : "`%s`".formatted(line);
    }
}
