package gates.sequence;

import gates.page.Lesson;
import gates.session.Session;
import gates.session.ShellOutput;

import kata.compile.StageCode;
import kata.stage.KataException;
import kata.stage.Stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Types a lesson's session, and then the lines of a diagram, into a shell that traces. */
final class SequenceTrace {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Stage stage;
    private final SequenceBlock block;

    SequenceTrace(Stage stage, SequenceBlock block) {
        this.stage = stage;
        this.block = block;
    }

    /**
     * Returns the diagram. Blocks until the session has ended.
     *
     * @throws KataException if the session does not end, or lacks a process of the diagram
     */
    String diagram() {
        List<Event> all = events();
        Event end = all.getLast();
        List<Event> traced =
                all.subList(firstLine(all), all.size()).stream()
                        .filter(event -> event.kind() != Event.Kind.SERVES)
                        .toList();
        List<Event> known = CausalOrder.upTo(end, traced);
        return new SequenceText(block, all, end.actor()).of(CausalOrder.of(known));
    }

    private static int firstLine(List<Event> events) {
        int line = 0;
        while (events.get(line).kind() != Event.Kind.LINE) {
            line++;
        }
        return line;
    }

    private List<Event> events() {
        ShellOutput printed = ShellOutput.of(lines(), StageCode.solution(stage), LIMIT);
        List<Event> events = Event.read(printed.text());
        if (!printed.ended() || events.isEmpty()) {
            throw new KataException(
                    "The session did not come to its end within %d s: `%s`."
                            .formatted(LIMIT.toSeconds(), block.lines().getLast().text()));
        }
        return events;
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(script());
        lines.addAll(before());
        boolean hasWaited = false;
        for (SequenceBlock.Line line : block.lines()) {
            boolean isShown = line.use() == SequenceBlock.Use.SHOW;
            lines.add(mark(isShown ? line.text() : "", hasWaited));
            lines.add(line.text());
            hasWaited = line.use() == SequenceBlock.Use.WAIT;
        }
        lines.add(mark("", hasWaited));
        return lines;
    }

    private static String mark(String shown, boolean hasWaited) {
        String quoted = shown.replace("\\", "\\\\").replace("\"", "\\\"");
        return "kataEvents(kataTrace, \"%s\", \"%s\")"
                .formatted(quoted, hasWaited ? Event.AFTER_ALL : "");
    }

    /** Returns what the lesson types before the first line. */
    private List<String> before() {
        Session session = Session.of(Lesson.read(stage.lesson()));
        String first = block.lines().getFirst().text();
        int end =
                block.after()
                        .map(after -> lineOf(after, session) + 1)
                        .orElseGet(() -> session.lineOf(first).orElse(block.line()));
        return session.typedBefore(end);
    }

    private static int lineOf(String after, Session session) {
        return session.lineOf(after)
                .orElseThrow(
                        () -> new KataException("The session has no line `%s`.".formatted(after)));
    }

    private static List<String> script() {
        try (InputStream script = SequenceTrace.class.getResourceAsStream("events.jsh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
