package kata.puzzle;

import kata.stage.KataException;
import kata.stage.SourceFile;
import kata.terminal.ExitCode;
import kata.terminal.Marks;
import kata.terminal.Terminal;
import kata.watch.SaveLoop;
import kata.worker.Cancellation;
import kata.worker.Worker;

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
    public void saved(Cancellation cancellation) {
        try {
            print(PuzzleCheck.of(puzzle, file.used(puzzle), worker, cancellation));
        } catch (KataException impossible) {
            if (cancellation.isCancelled()) {
                return;
            }
            terminal.line("%s", impossible.getMessage());
        }
        terminal.gap();
    }

    @Override
    public void typed(String line) {
        terminal.line("Save %s to check it; q and Enter to quit.", file.path().getFileName());
    }

    private void print(PuzzleCheck check) {
        isSolved = check.isSolved();
        if (isSolved) {
            terminal.line(
                    "%s solved%s", terminal.marks().good(), check.isReference() ? "" : OTHERWISE);
            terminal.line("Now write it yourself: `./kata goto %s`", puzzle.stage().path());
        } else {
            check.tasks().forEach(this::print);
        }
    }

    private void print(PuzzleCheck.OfTask task) {
        Marks marks = terminal.marks();
        if (task.isReference()) {
            terminal.line("  %s Task %d", marks.good(), task.task());
        } else {
            String mark = task.isBegun() ? marks.bad() : marks.toCome();
            terminal.line("  %s Task %d: %s", mark, task.task(), task.said());
        }
    }
}
