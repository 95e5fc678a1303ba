package kata.command;

import kata.lesson.LessonPage;
import kata.lesson.TerminalLesson;
import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.net.URI;

@Command(
        name = "open",
        description =
                "Open the lesson of a stage in a browser, or without a screen in $PAGER. If this is"
                        + " not a terminal, print it. To run its sessions there: `./kata see`.")
final class OpenCommand extends StageCommand {

    @Option(names = "--pager", description = "Open it in $PAGER (default: less) in any case.")
    private boolean pager;

    @Override
    public Integer call() {
        Terminal terminal = parent.terminal();
        Stage stage = stage();
        String lesson = TerminalLesson.of(LessonPage.markdown(stage));
        if (terminal.foreground().isEmpty() || !Terminal.isTerminal() || !isOpened(stage)) {
            terminal.text(lesson);
        }
        return ExitCode.GOOD;
    }

    /** As long as the watch runs, it serves a page that runs the lesson, too. */
    private URI page(Stage stage) {
        return parent.isWatched() ? parent.pages().open(stage) : LessonPage.write(stage).toUri();
    }

    private boolean isOpened(Stage stage) {
        Browser browser = Browser.ofSystem();
        if (!pager && browser.hasScreen() && browser.show(page(stage))) {
            parent.terminal().line("Opened %s/README.md in the browser.", stage.path());
            return true;
        }
        return Pager.of(System.getProperty("os.name"), System.getenv())
                .show(TerminalLesson.write(stage), parent.terminal().foreground().orElseThrow());
    }
}
