package kata.command;

import kata.compile.Compilation;
import kata.compile.Variant;
import kata.shell.StageShell;
import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.verdict.VerdictPrinter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "shell",
        description =
                "Open jshell with a stage's classes at hand and imported. In the watch, the keys j"
                        + " and v do so.")
final class ShellCommand extends StageCommand {

    @Option(
            names = "--on",
            paramLabel = "<code>",
            description = "Whose code to load: ${COMPLETION-CANDIDATES} (default: learner).",
            defaultValue = "learner")
    private Variant variant;

    @Option(
            names = "--see",
            description = "Show its processes in the browser: how they live, end, and come back.")
    private boolean see;

    @Override
    public Integer call() {
        Stage stage = stage();
        Compilation compilation = Compilation.of(variant.of(stage));
        if (!compilation.succeeded()) {
            VerdictPrinter.printErrors(compilation.errors(), parent.terminal());
            return ExitCode.NOT_SOLVED;
        }
        if (!see) {
            return StageShell.on(compilation).interact();
        }
        var page = new ObserverPage(stage.root());
        page.openSoon();
        return StageShell.observed(compilation, page.file()).interact();
    }
}
