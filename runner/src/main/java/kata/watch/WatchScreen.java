package kata.watch;

import kata.compile.StageCode;
import kata.progress.SolvedStages;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.OpenTask;
import kata.stage.Stage;
import kata.terminal.Terminal;
import kata.test.TestReport;
import kata.verdict.CompileErrorPrinter;
import kata.verdict.FirstFailuresPrinter;
import kata.verdict.VerdictPrinter;
import kata.worker.Verdict;

import java.io.StringWriter;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Draws what the learner sees while the kata watches: where they are, how the tests ended, and what
 * they can do.
 *
 * @param kata the kata
 * @param solved knows which stages are solved
 * @param terminal says which symbols can be shown
 */
record WatchScreen(Kata kata, SolvedStages solved, Terminal terminal) {

    private static final String KEYS =
            "h hint   d diff   s solution   l list   o open the lesson   n next stage   ? all keys"
                    + "   q quit";

    /** Draws a stage whose tests run. */
    String running(Stage stage) {
        return drawn(stage, paper -> paper.line("Running the tests ..."));
    }

    /** Draws why a stage cannot be tried. */
    String impossible(Stage stage, String problem) {
        return drawn(stage, paper -> paper.line("%s %s", paper.marks().bad(), problem));
    }

    /** Draws how the tests of a stage ended. */
    String ended(Stage stage, StageCode code, Verdict verdict) {
        return drawn(
                stage,
                paper -> {
                    switch (verdict) {
                        case Verdict.DoesNotCompile(var errors) ->
                                CompileErrorPrinter.print(errors, paper);
                        case Verdict.Tested(TestReport report) when report.passed() ->
                                printSolved(stage, report, paper);
                        case Verdict.Tested(TestReport report) ->
                                new FirstFailuresPrinter(paper, code).print(report);
                        case Verdict.ProgramEnded _,
                                Verdict.OutOfMemory _,
                                Verdict.Unresponsive _ ->
                                new VerdictPrinter(paper, code).print(verdict);
                    }
                });
    }

    private static void printSolved(Stage stage, TestReport report, Terminal paper) {
        paper.line(
                "%s All %d tests pass: you can now %s.",
                paper.marks().good(), report.results().size(), stage.learned());
        paper.line("  d shows what the reference does differently, n goes to the next stage.");
    }

    private String drawn(Stage stage, Consumer<Terminal> middle) {
        StringWriter text = new StringWriter();
        Terminal paper = terminal.onto(text);
        printHead(stage, paper);
        middle.accept(paper);
        paper.gap();
        paper.line("%s", KEYS);
        return text.toString();
    }

    private void printHead(Stage stage, Terminal paper) {
        long done = kata.stages().stream().filter(this::isSolved).count();
        int all = kata.stages().size();
        paper.line(
                "OTP kata   [%s%s] %d of %d solved",
                "#".repeat((int) done), "-".repeat(all - (int) done), done, all);
        paper.gap();
        paper.line("%s  %s", stage.path(), stage.title());
        paper.line("  read  %s/README.md", stage.path());
        openTask(stage).ifPresent(task -> paper.line("  open  %s", task.place()));
        paper.gap();
    }

    /** Files that cannot be read are what the rest of the screen is about. */
    private boolean isSolved(Stage stage) {
        try {
            return solved.isKnown(stage);
        } catch (KataException unreadable) {
            return false;
        }
    }

    private static Optional<OpenTask> openTask(Stage stage) {
        try {
            return OpenTask.firstOf(stage);
        } catch (KataException unreadable) {
            return Optional.empty();
        }
    }
}
