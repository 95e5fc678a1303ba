package kata.hunt;

import kata.compile.Compilation;
import kata.stage.KataException;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;
import kata.verdict.VerdictPrinter;
import kata.watch.SaveLoop;
import kata.worker.Cancellation;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The hunter's loop: whenever a test is saved, it runs against every solution again. */
public final class HuntLoop implements SaveLoop.Listener {

    private final HuntRound round;
    private final HuntFolder folder;
    private final Terminal terminal;
    private final HuntPrinter printer;
    private final CaughtMistakes caught;
    private boolean isWon;

    /** Prepares it; nothing runs yet. */
    public HuntLoop(HuntRound round, HuntFolder folder, Terminal terminal) {
        this.round = round;
        this.folder = folder;
        this.terminal = terminal;
        this.printer = new HuntPrinter(terminal, folder);
        this.caught = new CaughtMistakes(folder.stage());
    }

    /**
     * Hunts after each save, until the hunter quits or the input has ended. Blocks until then.
     *
     * @return the exit code: whether all mistakes are caught that a test can see
     */
    public int run() {
        printer.printHead(round.mistakes());
        round.compileAhead();
        new SaveLoop(this).run(folder.path(), terminal.answers());
        return isWon ? ExitCode.GOOD : ExitCode.NOT_SOLVED;
    }

    @Override
    public void saved(Cancellation cancellation) {
        long begin = System.nanoTime();
        terminal.line("Running your tests against %d solutions ...", round.solutions());
        terminal.gap();
        try {
            Compilation tests = round.compileTests();
            if (!tests.succeeded()) {
                VerdictPrinter.printErrors(tests.errors(), terminal);
                return;
            }
            round.play(tests, cancellation)
                    .ifPresent(score -> show(score, Duration.ofNanos(System.nanoTime() - begin)));
        } catch (KataException impossible) {
            if (!cancellation.isCancelled()) {
                terminal.line("%s", impossible.getMessage());
            }
        }
    }

    private void show(HuntScore score, Duration time) {
        Set<String> known = caught.names();
        Optional<String> problem = KataException.problemOf(() -> caught.add(score.caught()));
        isWon = score.isWon();
        printer.print(score, time);
        problem.ifPresent(terminal.err()::println);
        terminal.gap();
        score.caught().stream()
                .filter(mistake -> !known.contains(mistake.name()))
                .findFirst()
                .ifPresent(printer::printCode);
        printer.printKeys(!caught.names().isEmpty());
    }

    @Override
    public void typed(String number) {
        round.mistakes().stream()
                .filter(mistake -> String.valueOf(mistake.number()).equals(number))
                .findFirst()
                .ifPresentOrElse(
                        this::show,
                        () ->
                                terminal.line(
                                        "There is no mistake %s: give a number from 1 to %d.",
                                        number, round.mistakes().size()));
    }

    private void show(Mistake mistake) {
        if (caught.names().contains(mistake.name())) {
            printer.printCode(mistake);
        } else {
            terminal.line("Mistake %d is still hidden: catch it first.", mistake.number());
        }
    }
}
