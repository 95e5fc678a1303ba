package kata.progress;

import kata.stage.KataException;
import kata.stage.OpenTask;
import kata.stage.Stage;
import kata.stage.Task;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the task that a learner may need help with, without running tests.
 *
 * @param stage the stage that they are at
 */
public record FirstOpenTask(Stage stage) {

    /**
     * Returns the first task that is not solved, as far as that is known.
     *
     * @throws KataException if none is known to be open
     */
    public Task task() {
        var progress = new ProgressFile(stage.root());
        Optional<Integer> todo = OpenTask.firstOf(stage).map(OpenTask::number);
        // What failed before the code changed tells less than a TODO that is there now.
        Optional<Integer> failed =
                todo.isPresent() && progress.outcome(stage).isEmpty()
                        ? Optional.empty()
                        : progress.lastRun(stage).flatMap(FirstOpenTask::firstOpen);
        return Stream.concat(todo.stream(), failed.stream())
                .min(Integer::compare)
                .map(this::task)
                .orElseThrow(() -> noneKnown(progress));
    }

    /**
     * Returns the task of this number.
     *
     * @throws KataException if there is none
     */
    public Task task(int number) {
        return stage.tasks().stream()
                .filter(task -> task.number() == number)
                .findFirst()
                .orElseThrow(() ->
                        new KataException(
                                "%s has no task %d: its tasks are 1 to %d."
                                        .formatted(stage.path(), number, stage.tasks().size())));
    }

    private static Optional<Integer> firstOpen(LastRun run) {
        return run.openTasks().stream().findFirst();
    }

    private KataException noneKnown(ProgressFile progress) {
        return new KataException(
                progress.outcome(stage).orElse(false)
                        ? """
                        Every task of %s is solved: name the one that you mean, \
                        such as --task 1.\
                        """
                                .formatted(stage.path())
                        : """
                        No task of %s is known to be open: see with `./kata run %<s`, \
                        or name one, such as --task 1.\
                        """
                                .formatted(stage.path()));
    }
}
