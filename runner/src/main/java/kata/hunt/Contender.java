package kata.hunt;

import kata.compile.StageCode;
import kata.stage.RightSolution;
import kata.stage.Stage;

import java.util.Optional;

/**
 * A solution that the hunter's tests run against.
 *
 * @param title what is known of it, for people
 * @param mistake what is wrong with it; nothing if it is right
 */
public record Contender(String title, StageCode code, Optional<Mistake> mistake) {

    /** Reads the reference. */
    public static Contender reference(Stage stage) {
        return right("the reference", StageCode.solution(stage));
    }

    /** Reads a solution that is right, and not the reference. */
    public static Contender of(Stage stage, RightSolution right) {
        return right(
                "a solution that is right, too (%s)".formatted(right.title()),
                StageCode.replacing(stage, "right-" + right.name(), right.sources()));
    }

    /** Reads a solution that has a mistake. */
    public static Contender of(Stage stage, Mistake mistake) {
        return new Contender(
                mistake.wrong().title(),
                hunted(StageCode.wrong(stage, mistake.wrong())),
                Optional.of(mistake));
    }

    private static Contender right(String title, StageCode code) {
        return new Contender(title, hunted(code), Optional.empty());
    }

    /** The classes of a run of the stage's own tests are deleted with the next one. */
    private static StageCode hunted(StageCode code) {
        return code.as("hunt-" + code.variant());
    }
}
