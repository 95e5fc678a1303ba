package kata.watch;

import kata.compile.CompileError;
import kata.compile.StageCode;
import kata.progress.SolvedStages;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.OpenTask;
import kata.stage.Stage;
import kata.terminal.Terminal;
import kata.test.TestReport;
import kata.verdict.Location;
import kata.verdict.MissingFiles;
import kata.verdict.TaskStrip;
import kata.verdict.TestReportPrinter;
import kata.verdict.VerdictPrinter;
import kata.worker.Verdict;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes what the watch says: where the learner is, and how the tests ended. */
final class WatchScreen {

    private final Kata kata;
    private final SolvedStages solved;
    private final Terminal terminal;
    private Optional<TestReport> report = Optional.empty();
    private boolean isTested;
    private Optional<Location> error = Optional.empty();

    /**
     * Creates one that knows nothing yet.
     *
     * @param terminal says which symbols can be shown
     */
    WatchScreen(Kata kata, SolvedStages solved, Terminal terminal) {
        this.kata = kata;
        this.solved = solved;
        this.terminal = terminal;
    }

    /** Forgets the last verdict: it was about another stage. */
    void forget() {
        report = Optional.empty();
        error = Optional.empty();
    }

    String impossible(String problem) {
        return written(paper -> paper.line("%s %s", paper.marks().bad(), problem));
    }

    /**
     * Returns how the tests of a stage ended, and remembers it.
     *
     * @param problem what is wrong beside it
     */
    String verdict(StageCode code, Verdict verdict, Optional<String> problem) {
        isTested = verdict instanceof Verdict.Tested;
        report = verdict instanceof Verdict.Tested(TestReport last) ? Optional.of(last) : report;
        error = firstError(code, verdict);
        return problem.map(this::impossible).orElse("")
                + written(paper -> print(code, verdict, paper));
    }

    private static void print(StageCode code, Verdict verdict, Terminal paper) {
        switch (verdict) {
            case Verdict.DoesNotCompile(var errors) -> printErrors(code.stage(), errors, paper);
            case Verdict.Tested(TestReport report) when report.passed() ->
                    printSolved(code, report, paper);
            case Verdict.Tested(TestReport report) ->
                    new TestReportPrinter(paper, code).printFirst(report);
            default -> new VerdictPrinter(paper, code).print(verdict);
        }
    }

    /** What is gone comes first: its errors fill the screen, and are all in other files. */
    private static void printErrors(Stage stage, List<CompileError> errors, Terminal paper) {
        if (MissingFiles.print(stage, paper)) {
            paper.gap();
        }
        VerdictPrinter.printErrors(errors, paper);
    }

    private static void printSolved(StageCode code, TestReport report, Terminal paper) {
        paper.line(
                "%s All %d tests pass: you can now %s.",
                paper.marks().good(), report.results().size(), code.stage().learned());
        paper.line("  d shows what the reference does differently, n goes to the next stage.");
        if (!report.output().isBlank()) {
            paper.gap();
            new TestReportPrinter(paper, code).printLastOutput(report);
        }
    }

    private static Optional<Location> firstError(StageCode code, Verdict verdict) {
        return switch (verdict) {
            case Verdict.DoesNotCompile(var errors) ->
                    errors.stream()
                            .filter(error -> !error.file().isEmpty())
                            .map(WatchScreen::location)
                            .findFirst();
            case Verdict.Tested(TestReport tested) -> Location.firstOf(tested, code);
            case Verdict.ProgramEnded _,
                    Verdict.Killed _,
                    Verdict.OutOfMemory _,
                    Verdict.Unresponsive _ ->
                    Optional.empty();
        };
    }

    private static Location location(CompileError error) {
        return new Location(error.file(), (int) error.line());
    }

    /** Returns where to go on: the first error, else the first open task. */
    Optional<Location> place(Stage stage) {
        return error.or(() -> openTask(stage).map(task -> new Location(task.file(), task.line())));
    }

    private String written(Consumer<Terminal> text) {
        var writer = new StringWriter();
        text.accept(terminal.onto(writer));
        return writer.toString();
    }

    /** Returns where the learner is, as of the last verdict. */
    String head(Stage stage) {
        return written(paper -> printHead(stage, paper));
    }

    private void printHead(Stage stage, Terminal paper) {
        long done = kata.stages().stream().filter(this::isSolved).count();
        int all = kata.stages().size();
        paper.line(
                "OTP kata   [%s%s] %d of %d solved",
                "#".repeat((int) done), "-".repeat(all - (int) done), done, all);
        paper.gap();
        paper.line("%s  %s", stage.path(), stage.title());
        paper.line("  read   %s/README.md", stage.path());
        place(stage).ifPresent(place -> paper.line("  open   %s", place));
        report.ifPresent(last ->
                paper.line(
                        "  tasks  %s%s",
                        new TaskStrip(stage, last).line(paper.marks()),
                        isTested ? "" : ", when the tests last ran"));
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
