package kata.gate;

import kata.lesson.DerivedPagesAreUpToDate;
import kata.lesson.HintsAreWhole;
import kata.lesson.Lesson;
import kata.lesson.LessonIsWhole;
import kata.lesson.LinksLeadSomewhere;
import kata.lesson.ProblemIsSeenOnTheStarter;
import kata.lesson.SessionsComeOutAsPrinted;

import java.time.Duration;
import java.util.List;

/**
 * Every gate that the kata has to pass.
 *
 * @param ofTheFiles for each stage, the gates that read its files and run nothing
 * @param ofTheSolution for each stage, the gate that its solution has to pass
 * @param ofTheTests for each stage, the gates whose findings mean little unless its solution passes
 * @param ofTheKata the gates for the kata as a whole
 */
public record Gates(
        List<Gate> ofTheFiles,
        Gate ofTheSolution,
        List<Gate> ofTheTests,
        List<KataGate> ofTheKata) {

    private static final Duration SESSION_LIMIT = Duration.ofSeconds(60);

    /** Returns all of them. */
    public static Gates all() {
        return new Gates(
                List.of(
                        new StarterIsDerived(),
                        new UnchangedFilesAreIdentical(),
                        new LessonIsWhole(),
                        new HintsAreWhole()),
                new SolutionPasses(),
                List.of(
                        new TasksFailOnTheStarter(),
                        new TasksAreSolvedOneByOne(),
                        new WrongSolutionsDie(
                                (stage, anchor) -> Lesson.read(stage.lesson()).hasAnchor(anchor)),
                        new RightSolutionsPass(),
                        new SessionsComeOutAsPrinted(SESSION_LIMIT),
                        new ProblemIsSeenOnTheStarter(SESSION_LIMIT)),
                List.of(
                        new ModulesFollowTheStages(),
                        new DerivedPagesAreUpToDate(),
                        new LinksLeadSomewhere()));
    }
}
