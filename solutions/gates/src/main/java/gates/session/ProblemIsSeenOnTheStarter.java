package gates.session;

import gates.Finding;
import gates.Gate;
import gates.page.Lesson;

import kata.compile.StageCode;
import kata.stage.Stage;
import kata.starter.Derivation;

import java.time.Duration;
import java.util.List;

/**
 * Types the session of "The problem" into jshell, against the starter: that is the code which a
 * learner has while reading it. A lesson whose problem needs the solution says so.
 */
public final class ProblemIsSeenOnTheStarter implements Gate {

    private static final String SECTION = "The problem";
    private static final String ON_SOLUTION = "./kata shell --on solution ";

    private final SessionRun trial;

    /**
     * Creates the gate.
     *
     * @param limit how long the session may take
     */
    public ProblemIsSeenOnTheStarter(Duration limit) {
        String remedy =
                "Show the problem with what the starter can do, or say before the session: type it"
                        + " into `%sSTAGE`, and why.".formatted(ON_SOLUTION);
        this.trial = new SessionRun(limit, remedy, remedy);
    }

    @Override
    public String promise() {
        return "the session of \"The problem\" comes out on the starter, too, or says that it needs"
                + " the solution";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        return Lesson.read(stage.lesson())
                .section(SECTION)
                .filter(problem -> !problem.says(ON_SOLUTION + stage.path()))
                .map(problem -> Session.of(problem.codeBlocks(Session.LANGUAGE)))
                .filter(session -> !session.exchanges().isEmpty())
                .map(session -> trial.run(session, starter(stage)))
                .orElse(List.of());
    }

    private static StageCode starter(Stage stage) {
        return StageCode.derived(stage, "starter", Derivation.of(stage).starter());
    }
}
