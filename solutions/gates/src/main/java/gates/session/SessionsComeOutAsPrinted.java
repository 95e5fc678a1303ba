package gates.session;

import gates.Finding;
import gates.Gate;
import gates.page.CodeBlock;
import gates.page.Lesson;
import gates.page.PageLocation;

import kata.compile.StageCode;
import kata.lesson.Exchange;
import kata.stage.Stage;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Types a lesson's sessions into jshell, against the reference, and compares what comes out. */
public final class SessionsComeOutAsPrinted implements Gate {

    private final SessionRun trial;

    /**
     * Creates the gate.
     *
     * @param limit how long a lesson's session may take
     */
    public SessionsComeOutAsPrinted(Duration limit) {
        this.trial =
                new SessionRun(
                        limit,
                        "Shorten the session, or correct in the solution what it waits for.",
                        "Show what jshell prints, or correct the solution. `...` stands for what"
                                + " may vary; the same pid must be the same process throughout the"
                                + " lesson.");
    }

    @Override
    public String promise() {
        return "the lesson's sessions come out as printed";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        Lesson lesson = Lesson.read(stage.lesson());
        var places = new PageLocation(stage);
        List<Finding> findings =
                lesson.codeBlocks(Session.LANGUAGE)
                        .flatMap(block -> problems(block, places))
                        .toList();
        Session session = Session.of(lesson);
        return findings.isEmpty() && !session.exchanges().isEmpty()
                ? trial.run(session, StageCode.solution(stage))
                : findings;
    }

    private static Stream<Finding> problems(CodeBlock block, PageLocation places) {
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
}
