package kata.command;

import kata.compile.StageCode;
import kata.files.BackupWriter;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.terminal.Confirmation;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;
import kata.test.TestReport;
import kata.verdict.Diagnosis;
import kata.verdict.KnownMistakes;
import kata.verdict.UnknownMistake;
import kata.verdict.VerdictPrinter;
import kata.worker.Verdict;

import java.nio.file.Path;

/** Writes down a mistake that the kata does not know, if the learner says yes. Nothing is sent. */
record UnknownReport(KataCommand command, Confirmation question) {

    private static final Path FOLDER = Path.of(".kata", "unknown");

    /** Runs the stage's tests, and blocks for them and for the answer; returns the exit code. */
    int offer(Stage stage) {
        StageCode code = StageCode.learner(stage);
        Verdict verdict = command.worker().run(code);
        if (verdict instanceof Verdict.Tested(TestReport report)) {
            return offer(stage, report);
        }
        new VerdictPrinter(command.terminal(), code).print(verdict);
        command.terminal()
                .line("No test has told anything about it, so there is nothing to report.");
        return ExitCode.NOT_SOLVED;
    }

    private int offer(Stage stage, TestReport report) {
        Terminal terminal = command.terminal();
        if (!report.changedTests().isEmpty()) {
            report.changedTests().forEach(change -> terminal.line("%s", change));
            terminal.line(
                    "`./kata reset %s` restores the tests: only they can tell.", stage.path());
            return ExitCode.NOT_SOLVED;
        }
        UnknownMistake unknown = UnknownMistake.of(stage, report);
        if (unknown.failures().isEmpty()) {
            terminal.line("No test of %s fails but for an open task.", stage.path());
            return ExitCode.GOOD;
        }
        Diagnosis diagnosis = KnownMistakes.of(stage).explain(report);
        if (!diagnosis.mistakes().isEmpty()) {
            terminal.line("The kata knows this mistake:");
            diagnosis.mistakes().forEach(mistake -> terminal.line("  %s", mistake.title()));
            return ExitCode.GOOD;
        }
        return write(stage, unknown.text());
    }

    private int write(Stage stage, String text) {
        Terminal terminal = command.terminal();
        Path file = FOLDER.resolve(stage.path().replace('/', '-') + ".md");
        terminal.text(text);
        terminal.gap();
        if (!question.ask(
                terminal,
                "Write this to %s? Nothing is sent.".formatted(SourceFile.slashes(file)))) {
            terminal.line("Nothing was written.");
            return ExitCode.DECLINED;
        }
        Path root = stage.root();
        BackupWriter writer = BackupWriter.of(stage, root.resolve(FOLDER));
        FileReplacement.tell(() -> writer.write(root.resolve(file), text), writer, root, terminal);
        terminal.line("Give it to the maintainers, if you like: as an issue, or at your meetup.");
        return ExitCode.GOOD;
    }
}
