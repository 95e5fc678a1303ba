package kata.puzzle;

import kata.compile.StageCode;
import kata.stage.KataException;
import kata.stage.SourceFile;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;
import kata.watch.SaveLoop;
import kata.worker.Worker;

import java.util.ArrayList;
import java.util.List;

/** Checks a puzzle whenever its file is saved. */
public final class PuzzleLoop implements SaveLoop.Listener {

    private static final String OTHERWISE = ", in another order than the reference, and as right";

    private final Puzzle puzzle;
    private final PuzzleFile file;
    private final Terminal terminal;
    private final Worker worker;
    private boolean isSolved;

    /** Prepares it; nothing is checked yet. */
    public PuzzleLoop(Puzzle puzzle, PuzzleFile file, Terminal terminal, Worker worker) {
        this.puzzle = puzzle;
        this.file = file;
        this.terminal = terminal;
        this.worker = worker;
    }

    /**
     * Checks after each save, until the learner quits or the input has ended. Blocks until then.
     *
     * @return the exit code: whether the puzzle is solved
     */
    public int run() {
        terminal.line("%s  Puzzle, seed %d", puzzle.stage().path(), puzzle.seed());
        terminal.line(
                "  open   %s", SourceFile.slashes(puzzle.stage().root().relativize(file.path())));
        terminal.gap();
        new SaveLoop(this).run(file.path(), terminal.answers());
        return isSolved ? ExitCode.GOOD : ExitCode.NOT_SOLVED;
    }

    @Override
    public void saved() {
        try {
            check(arrangements());
        } catch (KataException impossible) {
            terminal.line("%s", impossible.getMessage());
        }
        terminal.gap();
    }

    @Override
    public void typed(String line) {
        terminal.line("Save %s to check it; q and Enter to quit.", file.path().getFileName());
    }

    private List<Arrangement> arrangements() {
        List<List<String>> used = file.used(puzzle);
        List<Arrangement> arrangements = new ArrayList<>();
        for (int i = 0; i < used.size(); i++) {
            arrangements.add(new Arrangement(puzzle.sections().get(i), used.get(i)));
        }
        return arrangements;
    }

    private void check(List<Arrangement> arrangements) {
        boolean isReference = arrangements.stream().allMatch(Arrangement::isReference);
        isSolved = isReference || mayBeRight(arrangements) && passesTheTests(arrangements);
        if (isSolved) {
            terminal.line("%s solved%s", terminal.marks().good(), isReference ? "" : OTHERWISE);
            terminal.line("Now write it yourself: `./kata goto %s`", puzzle.stage().path());
        } else {
            arrangements.forEach(this::print);
        }
    }

    private static boolean mayBeRight(List<Arrangement> arrangements) {
        return arrangements.stream().noneMatch(Arrangement::isEmpty)
                && arrangements.stream().allMatch(one -> one.foreign().isEmpty());
    }

    private boolean passesTheTests(List<Arrangement> arrangements) {
        var sources = puzzle.sources(arrangements.stream().map(Arrangement::used).toList());
        return worker.run(StageCode.derived(puzzle.stage(), "puzzle", sources)).passed();
    }

    private void print(Arrangement arrangement) {
        int task = arrangement.section().place().task();
        if (arrangement.isReference()) {
            terminal.line("  %s Task %d", terminal.marks().good(), task);
        } else if (arrangement.isEmpty()) {
            terminal.line("  %s Task %d: not begun", terminal.marks().toCome(), task);
        } else {
            terminal.line("  %s Task %d: %s", terminal.marks().bad(), task, told(arrangement));
        }
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
