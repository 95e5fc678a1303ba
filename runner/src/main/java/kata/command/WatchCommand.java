package kata.command;

import kata.progress.CurrentStage;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.terminal.Answers;
import kata.terminal.ExitCode;
import kata.terminal.Foreground;
import kata.terminal.Terminal;
import kata.watch.Console;
import kata.watch.Event;
import kata.watch.FileWatcher;
import kata.watch.LineConsole;
import kata.watch.ScreenConsole;
import kata.watch.Watch;
import kata.watch.WatchContext;

import org.jline.terminal.TerminalBuilder;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** {@code ./kata watch}, which is what {@code ./kata} does by itself. */
@Command(
        name = "watch",
        description =
                "Watch the current stage: run its tests whenever you save a file, and say what to"
                        + " do next. The key ? names all keys.")
final class WatchCommand extends KataSubcommand {

    @Override
    public Integer call() {
        return watch(parent);
    }

    /** Watches until the learner quits, or until the verdict if the input has ended. */
    static int watch(KataCommand command) {
        command.worker().start();
        var events = new LinkedBlockingQueue<Event>();
        // Before the stage is looked up: what another window chooses meanwhile counts as well.
        try (FileWatcher _ = Watch.choices(command.kata(), events)) {
            return watch(command, events);
        }
    }

    private static int watch(KataCommand command, BlockingQueue<Event> events) {
        Optional<Stage> stage = current(command);
        if (stage.isEmpty()) {
            command.terminal().line("Every stage that is there is solved.");
            return ExitCode.GOOD;
        }
        return command.terminal().foreground().isPresent()
                ? onTheSystem(command, events, stage.get())
                : byLines(command, events, stage.get());
    }

    private static Optional<Stage> current(KataCommand command) {
        var current = new CurrentStage(command.kata(), command.solved()::isKnown);
        Optional<Stage> around = command.stageAround();
        // Where the choice cannot be kept, it is made all the same.
        around.ifPresent(stage -> KataException.problemOf(() -> current.choose(stage)));
        return around.or(current::find);
    }

    private static int onTheSystem(KataCommand command, BlockingQueue<Event> events, Stage stage) {
        try (var terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
            if (terminal.getType().startsWith("dumb")) {
                return byLines(command, events, stage);
            }
            try (var screen = new ScreenConsole(terminal, events::add)) {
                return watch(command, screen, events, Optional.of(screen), stage);
            }
        } catch (IOException noTerminal) {
            return byLines(command, events, stage);
        }
    }

    private static int byLines(KataCommand command, BlockingQueue<Event> events, Stage stage) {
        Terminal terminal = command.terminal();
        try (var lines = new LineConsole(terminal.answers()::next, terminal.out(), events::add)) {
            return watch(command, lines, events, Optional.empty(), stage);
        }
    }

    private static int watch(
            KataCommand command,
            Console console,
            BlockingQueue<Event> events,
            Optional<Foreground> foreground,
            Stage stage) {
        Terminal plain = command.terminal().answeredBy(Answers.none(), foreground);
        Terminal terminal = foreground.isPresent() ? plain.coloured() : plain;
        KataCommand watched = command.watchedOn(terminal);
        var context =
                new WatchContext(
                        watched.kata(),
                        watched.worker(),
                        watched.solved(),
                        terminal,
                        new WatchedCommands(watched),
                        watched.pages(),
                        events);
        var watch = new Watch(context, console, stage);
        command.pages().leaveTo(watch::stage);
        return watch.run();
    }
}
