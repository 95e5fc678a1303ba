package kata.progress;

import kata.compile.StageCode;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.terminal.Terminal;
import kata.worker.Verdict;
import kata.worker.Worker;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Knows which stages the learner has solved: the tests pass for the code as it is. Without a run a
 * TODO is enough to know that they do not.
 *
 * @param terminal where it says what it waits for
 * @param worker what runs tests that have not seen the code; without one, a stage with such code is
 *     not solved
 */
public record SolvedStages(ProgressFile progress, Terminal terminal, Optional<Worker> worker) {

    /**
     * Tells whether a stage is solved; blocks for its tests if they have not seen this code. One
     * with files that cannot be read is not, and the terminal says why.
     */
    public boolean contains(Stage stage) {
        return known(stage, terminal.err()::println).orElseGet(() -> run(stage));
    }

    /** Tells whether a stage is known to be solved; runs nothing. */
    public boolean isKnown(Stage stage) {
        return progress.lastRun(stage).isPresent() && known(stage, _ -> {}).orElse(false);
    }

    private Optional<Boolean> known(Stage stage, Consumer<String> problem) {
        try {
            return progress.isSolved(stage);
        } catch (KataException unreadable) {
            problem.accept(unreadable.getMessage());
            return Optional.of(false);
        }
    }

    /**
     * Runs the tests of a stage, unless they have seen this code; blocks until they have ended.
     * Where they cannot be run, the terminal says why.
     */
    public void test(Stage stage) {
        try {
            if (progress.outcome(stage).isEmpty()) {
                run(stage);
            }
        } catch (KataException impossible) {
            terminal.err().println(impossible.getMessage());
        }
    }

    /**
     * Remembers how the tests ended for this code of the learner's. Returns what keeps that from
     * being written down, if anything does: the verdict is the same.
     */
    public Optional<String> remember(StageCode code, Verdict verdict) {
        return KataException.problemOf(() -> progress.remember(code, verdict));
    }

    private boolean run(Stage stage) {
        return worker.filter(tester -> run(stage, tester)).isPresent();
    }

    private boolean run(Stage stage, Worker tester) {
        terminal.err().println("Running the tests of %s ...".formatted(stage.path()));
        StageCode code = StageCode.learner(stage);
        Verdict verdict = tester.run(code);
        remember(code, verdict).ifPresent(terminal.err()::println);
        return verdict.passed();
    }
}
