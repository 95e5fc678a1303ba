package kata.progress;

import kata.stage.Kata;
import kata.stage.Stage;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The stage that the learner is at: the chosen one as long as it is not solved, else the first in
 * walking order that is not. The choice is kept in {@code .kata/stage}; without that file only the
 * choice is lost.
 *
 * @param solved tells whether a stage is solved; is asked about no more stages than needed
 */
public record CurrentStage(Kata kata, Predicate<Stage> solved) {

    private static final String HEADER = "The stage that `./kata goto` chose. It may be deleted.";

    /** Returns the current stage, or nothing if every stage is solved. */
    public Optional<Stage> find() {
        return Stream.concat(chosen().stream(), kata.stages().stream())
                .filter(solved.negate())
                .findFirst();
    }

    /**
     * Makes a stage the chosen one.
     *
     * @throws kata.stage.KataException if that cannot be written down
     */
    public void choose(Stage stage) {
        file(kata).write(Stream.of(stage.path()));
    }

    /** Returns the file that the choice is kept in; it need not be there. */
    public static Path path(Kata kata) {
        return file(kata).path();
    }

    private static PlainFile file(Kata kata) {
        return PlainFile.of(kata.root(), "stage", HEADER);
    }

    /** Returns the chosen stage, be it solved or not; nothing if none is chosen. */
    // A newer version of the kata may have given the stage another name.
    public Optional<Stage> chosen() {
        return kata.stages().stream()
                .filter(stage -> file(kata).lines().contains(stage.path()))
                .findFirst();
    }
}
