package kata.command;

import kata.compile.Compilation;
import kata.shell.StageShell;
import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;
import kata.verdict.VerdictPrinter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code ./kata see}. */
@Command(
        name = "see",
        description = {
            "Open jshell as `./kata shell` does, and beside it a page that shows its processes: how"
                    + " they live, end, and come back. In the watch, the key v does so.",
            "With --plain, in a second window: show them in this terminal."
        },
        mixinStandardHelpOptions = true)
final class SeeCommand implements Callable<Integer> {

    @ParentCommand private KataCommand parent;

    @Mixin private StageArgument argument;

    @Option(
            names = "--on",
            paramLabel = "<code>",
            description = "Whose code to load: ${COMPLETION-CANDIDATES} (default: learner).",
            defaultValue = "learner")
    private Variant variant;

    @Option(
            names = "--plain",
            description =
                    "Show in this terminal what another window's `./kata see` or `./kata demo"
                            + " --see` runs; q quits.")
    private boolean plain;

    @Option(names = "--json", description = "Print the same as JSON, once.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Path root = parent.kata().root();
        ObserverPage page = ObserverPage.of(root);
        if (plain || json) {
            show(new LivingTree(page));
            return ExitCode.GOOD;
        }
        Stage stage = argument.in(parent);
        Compilation compilation = Compilation.of(variant.of(stage));
        if (!compilation.succeeded()) {
            VerdictPrinter.printErrors(compilation.errors(), parent.terminal());
            return ExitCode.NOT_SOLVED;
        }
        page.forget();
        page.openWhenThere(Browser.ofSystem());
        return StageShell.observed(compilation, page.file()).interact();
    }

    private void show(LivingTree tree) throws IOException {
        Terminal terminal = parent.terminal();
        if (json) {
            terminal.text(tree.json());
        } else if (terminal.foreground().isEmpty() || !tree.live()) {
            terminal.text(tree.text());
        }
    }
}
