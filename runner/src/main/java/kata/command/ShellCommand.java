package kata.command;

import kata.compile.Compilation;
import kata.shell.StageShell;
import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.verdict.VerdictPrinter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;

/** {@code ./kata shell}. */
@Command(
        name = "shell",
        description =
                "Open jshell with a stage's classes at hand and imported. In the watch, the key j"
                        + " does so.",
        mixinStandardHelpOptions = true)
final class ShellCommand implements Callable<Integer> {

    @ParentCommand private KataCommand parent;

    @Mixin private StageArgument argument;

    @Option(
            names = "--on",
            paramLabel = "<code>",
            description = "Whose code to load: ${COMPLETION-CANDIDATES} (default: learner).",
            defaultValue = "learner")
    private Variant variant;

    @Override
    public Integer call() {
        Stage stage = argument.in(parent);
        Compilation compilation = Compilation.of(variant.of(stage));
        if (compilation.succeeded()) {
            return StageShell.on(compilation).interact();
        }
        VerdictPrinter.printErrors(compilation.errors(), parent.terminal());
        return ExitCode.NOT_SOLVED;
    }
}
