package kata.lesson;

import kata.gate.Finding;
import kata.gate.Gate;
import kata.model.KataException;
import kata.model.Stage;
import kata.run.Compilation;
import kata.run.StageCode;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Types a lesson's sessions into jshell, against the reference, and compares what comes out. */
public final class SessionsComeOutAsPrinted implements Gate {

    private final Duration limit;

    /**
     * Creates the gate.
     *
     * @param limit how long a lesson's session may take
     */
    public SessionsComeOutAsPrinted(Duration limit) {
        this.limit = limit;
    }

    @Override
    public String promise() {
        return "the lesson's sessions come out as printed";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        Lesson lesson = Lesson.read(stage.lesson());
        var places = new Places(stage);
        List<Finding> findings =
                lesson.codeBlocks(Session.LANGUAGE)
                        .flatMap(block -> problems(block, places))
                        .toList();
        Session session = Session.of(lesson);
        return findings.isEmpty() && !session.exchanges().isEmpty()
                ? run(session, stage, places)
                : findings;
    }

    private static Stream<Finding> problems(CodeBlock block, Places places) {
        if (!block.info().strip().equals(Session.LANGUAGE)) {
            return Stream.of(
                    new Finding(
                            places.inLesson(block.fenceLine()),
                            "The fence says `%s`, but every session is run."
                                    .formatted(block.info()),
                            "Write ```jshell and nothing more."));
        }
        if (block.lines().isEmpty() || !Exchange.isPrompt(block.lines().getFirst())) {
            return Stream.of(
                    new Finding(
                            places.inLesson(block.firstLine()),
                            "The session does not begin with a prompt.",
                            "Begin each jshell block with `jshell> ` and what is typed."));
        }
        return Stream.empty();
    }

    private List<Finding> run(Session session, Stage stage, Places places) {
        Transcript transcript = shell(stage).type(session.typed(), limit);
        if (!transcript.ended()) {
            return List.of(hanging(session, transcript, places));
        }
        return new SessionComparison()
                .compare(session, transcript).stream()
                        .map(difference -> finding(difference, places))
                        .toList();
    }

    private static StageShell shell(Stage stage) {
        return switch (Compilation.of(StageCode.solution(stage))) {
            case Compilation.Compiled compiled -> StageShell.on(compiled);
            case Compilation.Refused _ ->
                    throw new KataException(
                            "The solution of %s does not compile, so no session can be run on it."
                                    .formatted(stage.path()));
        };
    }

    private Finding hanging(Session session, Transcript transcript, Places places) {
        List<Exchange> exchanges = session.exchanges();
        int reached = Math.clamp(transcript.exchanges().size() - 1, 0, exchanges.size() - 1);
        Exchange last = exchanges.get(reached);
        return new Finding(
                places.inLesson(last.firstLine()),
                "`%s` was still running when the session's %d s were over."
                        .formatted(last.typed().findFirst().orElse(""), limit.toSeconds()),
                "Shorten the session, or mend in the solution what it waits for.");
    }

    private static Finding finding(Difference difference, Places places) {
        return new Finding(
                places.inLesson(difference.line()),
                "The lesson shows %s, but jshell printed %s."
                        .formatted(quoted(difference.expected()), quoted(difference.actual())),
                "Show what jshell prints, or mend the solution. `...` stands for what may vary; the"
                        + " same pid must be the same process throughout the lesson.");
    }

    private static String quoted(String line) {
        return line.isEmpty() ? "nothing more" : "`%s`".formatted(line);
    }
}
