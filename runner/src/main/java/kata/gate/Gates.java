package kata.gate;

import kata.lesson.HintsAreWhole;
import kata.lesson.Lesson;
import kata.lesson.LessonIsWhole;
import kata.lesson.LinksLeadSomewhere;
import kata.lesson.MapFollowsTheStages;
import kata.lesson.SessionsComeOutAsPrinted;

import java.time.Duration;
import java.util.List;

/**
 * Every gate that the kata has to pass.
 *
 * @param ofEachStage the gates for each stage, those first without which others make little sense
 * @param ofTheKata the gates for the kata as a whole
 */
public record Gates(List<Gate> ofEachStage, List<KataGate> ofTheKata) {

    private static final Duration SESSION_LIMIT = Duration.ofSeconds(60);

    /** Returns all of them. */
    public static Gates all() {
        return new Gates(
                List.of(
                        new StarterIsDerived(),
                        new UnchangedFilesAreIdentical(),
                        new SolutionPasses(),
                        new TasksFailOnTheStarter(),
                        new TasksAreSolvedOneByOne(),
                        new WrongSolutionsDie(
                                (stage, anchor) -> Lesson.read(stage.lesson()).hasAnchor(anchor)),
                        new LessonIsWhole(),
                        new HintsAreWhole(),
                        new SessionsComeOutAsPrinted(SESSION_LIMIT)),
                List.of(
                        new ModulesFollowTheStages(),
                        new MapFollowsTheStages(),
                        new LinksLeadSomewhere()));
    }
}
