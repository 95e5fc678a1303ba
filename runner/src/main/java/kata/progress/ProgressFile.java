package kata.progress;

import kata.compile.StageCode;
import kata.stage.JsonLine;
import kata.stage.OpenTask;
import kata.stage.Stage;
import kata.worker.Verdict;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Remembers in {@code .kata/progress} how the tests of each stage last ended, and for which code.
 * It only saves time: without it, the tests run again.
 */
public record ProgressFile(Path root) {

    private static final String HEADER =
            "How the stages' tests ended, and for which code. It may be deleted.";

    /** Returns whether the stage's tests pass, if they have run since its code last changed. */
    Optional<Boolean> outcome(Stage stage) {
        return lastRun(stage)
                .filter(run -> run.code().equals(fingerprint(StageCode.learner(stage))))
                .map(LastRun::solved);
    }

    /**
     * Tells whether the stage is solved, if that is known: without a run of this code, a TODO is
     * enough to know that it is not.
     */
    Optional<Boolean> isSolved(Stage stage) {
        return outcome(stage).or(() -> OpenTask.firstOf(stage).map(_ -> false));
    }

    /** Returns what the last run of the stage's tests has shown, be it for other code than now. */
    Optional<LastRun> lastRun(Stage stage) {
        return file().get(stage.path()).flatMap(line -> JsonLine.read(line, LastRun.class));
    }

    /**
     * Returns the tasks of a stage that are known to be open, in order: those whose TODO stands in
     * the code, and those that failed in the last run. What failed before the code changed tells
     * less than a TODO that is there now.
     *
     * @throws kata.stage.KataException if the code cannot be read
     */
    public List<Integer> openTasks(Stage stage) {
        Optional<Boolean> outcome = outcome(stage);
        // Where the tests pass, a TODO that still stands is in nothing's way.
        List<Integer> todos =
                outcome.orElse(false)
                        ? List.of()
                        : OpenTask.allOf(stage).map(OpenTask::number).toList();
        Stream<Integer> failed =
                lastRun(stage).filter(_ -> outcome.isPresent() || todos.isEmpty()).stream()
                        .flatMap(run -> run.openTasks().stream());
        return Stream.concat(todos.stream(), failed).distinct().sorted().toList();
    }

    /**
     * Writes down how the stage's tests ended for this code of the learner's, which may have
     * changed since.
     *
     * @throws kata.stage.KataException if the file cannot be written
     */
    void remember(StageCode code, Verdict verdict) {
        Stage stage = code.stage();
        List<Integer> before = lastRun(stage).map(LastRun::openTasks).orElse(List.of());
        file().put(stage.path(), JsonLine.of(LastRun.of(fingerprint(code), verdict, before)));
    }

    private PlainFile file() {
        return PlainFile.of(root, "progress", HEADER);
    }

    private static String fingerprint(StageCode code) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.of(code.sources(), code.tests())
                    .flatMap(List::stream)
                    .flatMap(source -> Stream.of(source.shownAs(), source.text()))
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
