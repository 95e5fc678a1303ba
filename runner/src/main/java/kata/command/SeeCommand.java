package kata.command;

import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;

@Command(
        name = "see",
        description = {
            "Open the lesson of a stage as a page in the browser: run its sessions there, and see"
                    + " the processes beside them, and what the tests say. In the watch, the key o"
                    + " does so.",
            "With --plain: show in this terminal the processes that another window runs."
        })
final class SeeCommand extends StageCommand {

    @Option(
            names = "--plain",
            description =
                    "Show in this terminal what runs by `./kata see`, `./kata shell --see` or"
                            + " `./kata demo --see` in another window; q quits.")
    private boolean plain;

    @Option(names = "--json", description = "Print the same as JSON, once.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (plain || json) {
            show(new LivingTree(new ObserverPage(parent.kata().root())));
        } else {
            serve(stageAsFarAsKnown());
        }
        return ExitCode.GOOD;
    }

    private void serve(Stage stage) {
        Terminal terminal = parent.terminal();
        parent.worker().start();
        URI page = parent.pages().open(stage);
        Browser browser = Browser.ofSystem();
        boolean isOpened = browser.hasScreen() && browser.show(page);
        terminal.line(
                isOpened
                        ? "The lesson of %s is open in the browser. Its address:"
                        : "The lesson of %s is a page. Open it in a browser on this machine:",
                stage.path());
        terminal.line("  %s", page);
        terminal.line("It is served until you press Enter.");
        terminal.answers().next();
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
