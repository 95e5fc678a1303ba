package kata.command;

import kata.progress.ProgressReport;
import kata.progress.ProgressReporter;
import kata.stage.Kata;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.time.ZoneId;
import java.util.concurrent.Callable;

/** {@code ./kata report}. */
@Command(
        name = "report",
        description = "Say how far you have come, without running any test.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The keys of the JSON: format (1), at, solved, total, current, and stages; of each"
                    + " stage: stage, title, state (solved, open, untested, coming), openTasks,"
                    + " and lastRun; of that, unless it is null: at, tested, passed, failed,"
                    + " ofThisCode."
        })
final class ReportCommand implements Callable<Integer> {

    @ParentCommand private KataCommand parent;

    @Option(names = "--json", description = "Say it in JSON, for a leader's screen.")
    private boolean json;

    @Option(names = "--run", description = "Run the tests first that have not seen this code.")
    private boolean run;

    @Override
    public Integer call() {
        Kata kata = parent.kata();
        Terminal terminal = parent.terminal();
        if (run) {
            kata.stages().forEach(parent.solved()::test);
        }
        ProgressReport report = new ProgressReporter(kata).report();
        if (json) {
            terminal.text(report.toJson());
        } else {
            new ReportPrinter(terminal, ZoneId.systemDefault()).print(report);
        }
        return ExitCode.GOOD;
    }
}
