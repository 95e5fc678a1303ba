package kata.puzzle;

import kata.compile.StageCode;
import kata.stage.KataException;
import kata.worker.Cancellation;
import kata.worker.Worker;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be said about the pieces that a learner has put into order.
 *
 * @param isReference whether they do so as the reference does
 * @param tasks what is to be said about each task, or each part of one
 */
public record PuzzleCheck(boolean isSolved, boolean isReference, List<OfTask> tasks) {

    /**
     * What is to be said about the pieces of a task.
     *
     * @param isReference whether they stand as in the reference
     * @param said what is wrong, in words; empty if nothing is
     */
    public record OfTask(int task, boolean isReference, boolean isBegun, String said) {}

    /**
     * Checks pieces. Another order than the reference's may be as right: then the stage's tests
     * decide, and this blocks until they have ended.
     *
     * @param used the pieces that are used, for each part of the puzzle
     * @param cancellation ends the tests
     * @throws KataException if the tests cannot be run, or have been cancelled
     */
    public static PuzzleCheck of(
            Puzzle puzzle, List<List<String>> used, Worker worker, Cancellation cancellation) {
        List<Arrangement> all = new ArrayList<>();
        for (int i = 0; i < used.size(); i++) {
            List<String> pieces = used.get(i).stream().map(PuzzleFile::withoutGaps).toList();
            all.add(new Arrangement(puzzle.sections().get(i), pieces));
        }
        boolean isReference = all.stream().allMatch(Arrangement::isReference);
        boolean isSolved =
                isReference || mayBeRight(all) && passesTheTests(puzzle, all, worker, cancellation);
        return new PuzzleCheck(
                isSolved, isReference, all.stream().map(PuzzleCheck::ofTask).toList());
    }

    private static boolean mayBeRight(List<Arrangement> arrangements) {
        return arrangements.stream().noneMatch(Arrangement::isEmpty)
                && arrangements.stream().allMatch(one -> one.foreign().isEmpty());
    }

    private static boolean passesTheTests(
            Puzzle puzzle, List<Arrangement> all, Worker worker, Cancellation cancellation) {
        var sources = puzzle.sources(all.stream().map(Arrangement::used).toList());
        return worker.run(StageCode.derived(puzzle.stage(), "puzzle", sources), cancellation)
                .passed();
    }

    private static OfTask ofTask(Arrangement arrangement) {
        boolean isReference = arrangement.isReference();
        boolean isBegun = !arrangement.isEmpty();
        return new OfTask(
                arrangement.section().place().task(),
                isReference,
                isBegun,
                isReference ? "" : isBegun ? told(arrangement) : "not begun");
    }

    private static String told(Arrangement arrangement) {
        if (!arrangement.foreign().isEmpty()) {
            return "this is no line of the puzzle: " + arrangement.foreign().getFirst();
        }
        int inPlace = arrangement.inPlace();
        if (inPlace == arrangement.used().size()) {
            return "right so far; something is missing below";
        }
        return inPlace == 0
                ? "the first line belongs elsewhere"
                : "right as far as line %d: %s"
                        .formatted(inPlace, arrangement.used().get(inPlace - 1));
    }
}
