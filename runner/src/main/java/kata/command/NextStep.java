package kata.command;

import kata.stage.Kata;
import kata.stage.OpenTask;
import kata.stage.Stage;
import kata.terminal.Terminal;
import kata.test.TestReport;
import kata.test.TestResult;
import kata.verdict.MissingFiles;
import kata.worker.Verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells a learner after a run what to do next. */
record NextStep(Terminal terminal) {

    void print(Kata kata, Stage stage, Verdict verdict) {
        if (verdict.passed()) {
            printSolved(kata, stage);
            return;
        }
        terminal.line("%s not solved yet: %s", terminal.marks().bad(), stage.path());
        if (verdict instanceof Verdict.DoesNotCompile) {
            printRemedy(stage);
        } else {
            OpenTask.firstOf(stage).ifPresent(open -> printTask(open, verdict));
        }
        terminal.line("Stuck? `./kata hint %s` helps, and helps more each time.", stage.path());
    }

    private void printSolved(Kata kata, Stage stage) {
        terminal.line("%s solved: %s", terminal.marks().good(), stage.path());
        terminal.line("Compare with one possibility: solutions/%s", stage.path());
        after(kata, stage)
                .ifPresentOrElse(
                        next -> terminal.line("Next: %s/README.md", next.path()),
                        () -> terminal.line("It is the last stage that is there."));
    }

    private void printRemedy(Stage stage) {
        if (!MissingFiles.print(stage, terminal)) {
            terminal.line("Next: fix the first error, and run this again");
        }
    }

    private void printTask(OpenTask open, Verdict verdict) {
        failedBefore(open, verdict)
                .ifPresentOrElse(
                        test ->
                                terminal.line(
                                        "Next: task %d, until this holds: %s",
                                        test.lastTask(), test.sentence()),
                        () -> terminal.line("Next: TODO %d at %s", open.number(), open.place()));
    }

    /** What is written for an earlier task has to be right before a later one is begun. */
    private static Optional<TestResult> failedBefore(OpenTask open, Verdict verdict) {
        return verdict instanceof Verdict.Tested(TestReport report)
                ? report.results().stream()
                        .filter(TestResult::failedByItself)
                        .filter(test -> test.lastTask() > 0 && test.lastTask() < open.number())
                        .min(Comparator.comparingInt(TestResult::lastTask))
                : Optional.empty();
    }

    private static Optional<Stage> after(Kata kata, Stage stage) {
        List<Stage> stages = kata.stages();
        return stages.stream().skip(stages.indexOf(stage) + 1L).findFirst();
    }
}
