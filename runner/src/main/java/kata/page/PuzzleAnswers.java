package kata.page;

import kata.puzzle.Puzzle;
import kata.puzzle.PuzzleCheck;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.worker.Cancellation;
import kata.worker.Worker;

import web.Form;
import web.Refusal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Answers pages that show a stage's puzzle. */
final class PuzzleAnswers {

    private static final int SEEDS = 1000;

    private final Worker worker;

    /** What ends the check that was asked for last, for each stage. */
    private final Map<Stage, Cancellation> checks = new ConcurrentHashMap<>();

    /**
     * Creates one to which nothing was asked yet.
     *
     * @param worker what runs the tests on another order than the reference's
     */
    PuzzleAnswers(Worker worker) {
        this.worker = worker;
    }

    /** Returns a puzzle: the one with the seed in the form, or any. */
    Object puzzle(Stage stage, Form form) {
        long seed = form.number("seed", ThreadLocalRandom.current().nextInt(SEEDS));
        return Map.of("seed", seed, "parts", Puzzle.of(stage, seed).parts());
    }

    /**
     * Checks an order. The form has it in {@code order}: for each part the numbers of the pieces
     * that are used, with commas between them, and semicolons between the parts. Whoever asks for
     * another check of the stage wants the one before no more.
     *
     * @throws Refusal if it is no order of this puzzle
     */
    Object check(Stage stage, Form form) {
        Puzzle puzzle = Puzzle.of(stage, form.number("seed"));
        List<Puzzle.Part> parts = puzzle.parts();
        List<String> orders = Arrays.asList(form.text("order").split(";", -1));
        if (orders.size() != parts.size()) {
            throw notOurs();
        }
        List<List<String>> used =
                IntStream.range(0, parts.size())
                        .mapToObj(part -> pieces(parts.get(part), orders.get(part)))
                        .toList();
        var check = new Cancellation();
        stop(Optional.ofNullable(checks.put(stage, check)));
        return check(puzzle, used, check);
    }

    private Object check(Puzzle puzzle, List<List<String>> used, Cancellation check) {
        try {
            return PuzzleCheck.of(puzzle, used, worker, check);
        } catch (KataException problem) {
            if (check.isCancelled()) {
                return Map.of("isStopped", true);
            }
            throw problem;
        } finally {
            checks.remove(puzzle.stage(), check);
        }
    }

    /** Ends the check of a stage's puzzle, if one goes on. Does not wait. */
    void stop(Stage stage) {
        stop(Optional.ofNullable(checks.remove(stage)));
    }

    private static void stop(Optional<Cancellation> check) {
        check.ifPresent(Cancellation::cancel);
    }

    private static List<String> pieces(Puzzle.Part part, String order) {
        return Arrays.stream(order.split(","))
                .filter(number -> !number.isEmpty())
                .map(number -> piece(part, number))
                .toList();
    }

    private static String piece(Puzzle.Part part, String number) {
        boolean isOurs =
                number.matches("\\d{1,4}") && Integer.parseInt(number) < part.pieces().size();
        if (!isOurs) {
            throw notOurs();
        }
        return part.pieces().get(Integer.parseInt(number));
    }

    private static Refusal notOurs() {
        return new Refusal(Refusal.BAD_REQUEST, "this is no order of the puzzle: begin it again");
    }
}
