package kata.progress;

import kata.progress.StageProgress.State;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.OpenTask;
import kata.stage.Stage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out how far a learner has come, from what is known; it runs no tests. */
public final class ProgressReporter {

    private static final int FORMAT = 1;

    private final Kata kata;
    private final ProgressFile progress;

    public ProgressReporter(Kata kata) {
        this.kata = kata;
        this.progress = new ProgressFile(kata.root());
    }

    /** Returns the report as of now. */
    public ProgressReport report() {
        List<StageProgress> stages = kata.allStages().map(this::ofReadable).toList();
        return new ProgressReport(
                FORMAT,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                stages.stream().filter(stage -> stage.state() == State.SOLVED).count(),
                kata.stages().size(),
                new CurrentStage(kata, stage -> ofReadable(stage).state() == State.SOLVED)
                        .find()
                        .map(Stage::path)
                        .orElse(null),
                stages);
    }

    /** A stage with files that cannot be read is open; to work on it says why. */
    private StageProgress ofReadable(Stage stage) {
        try {
            return of(stage);
        } catch (KataException unreadable) {
            return new StageProgress(stage.path(), stage.title(), State.OPEN, List.of(), null);
        }
    }

    private StageProgress of(Stage stage) {
        Optional<Boolean> outcome = progress.outcome(stage);
        // Where the tests pass, a TODO that still stands is in nothing's way.
        List<Integer> todos =
                outcome.orElse(false)
                        ? List.of()
                        : OpenTask.allOf(stage).map(OpenTask::number).toList();
        Optional<LastRun> last = progress.lastRun(stage);
        Stream<Integer> failed =
                last.filter(_ -> outcome.isPresent()).stream()
                        .flatMap(run -> run.openTasks().stream());
        return new StageProgress(
                stage.path(),
                stage.title(),
                state(stage, todos, outcome),
                Stream.concat(todos.stream(), failed).distinct().sorted().toList(),
                last.map(run -> run(run, outcome.isPresent())).orElse(null));
    }

    private static State state(Stage stage, List<Integer> todos, Optional<Boolean> outcome) {
        if (!stage.exists()) {
            return State.COMING;
        }
        if (!todos.isEmpty()) {
            return State.OPEN;
        }
        return outcome.map(passed -> passed ? State.SOLVED : State.OPEN).orElse(State.UNTESTED);
    }

    private static StageProgress.Run run(LastRun run, boolean ofThisCode) {
        return new StageProgress.Run(
                run.at().toString(), run.tested(), run.passed(), run.failed(), ofThisCode);
    }
}
