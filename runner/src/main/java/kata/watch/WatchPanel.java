package kata.watch;

import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.terminal.Foreground;
import kata.terminal.Terminal;
import kata.verdict.Location;

import java.io.StringWriter;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What stands on the screen: the verdict, and below it what the command of a key has printed. */
final class WatchPanel {

    private static final int PAGE = 10;

    private final WatchContext context;
    private final Console console;
    private final TypedAhead typedAhead;
    private final StringBuilder typed = new StringBuilder();
    private Screen screen = Screen.EMPTY;
    private Optional<CommandExecution> command = Optional.empty();

    /**
     * Whether the command goes on, as far as its events say: what it has printed is shown first.
     */
    private boolean isBusy;

    /** Whether another program has left something to read in the place of the screen. */
    private boolean isLeftToRead;

    /**
     * Creates an empty one.
     *
     * @param typedAhead is held while a command of the panel may be about to ask
     */
    WatchPanel(WatchContext context, Console console, TypedAhead typedAhead) {
        this.context = context;
        this.console = console;
        this.typedAhead = typedAhead;
    }

    void draw() {
        if (!isLeftToRead) {
            console.show(screen);
        }
    }

    /** Shows another stage; what a command asks, or will ask, about the one before is declined. */
    void enter(String head) {
        boolean isAsked = asks();
        endInput();
        if (isAsked) {
            forgetCommand();
        }
        show(new Screen(head, "", "", screen.run() + 1, "", 0));
    }

    void showRunning(Duration time) {
        show(screen.withStatus("Running the tests ... %d s".formatted(time.toSeconds())));
    }

    void showVerdict(String head, String verdict) {
        String time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
        show(
                new Screen(
                        head,
                        "Ended at %s".formatted(time),
                        verdict,
                        screen.run() + 1,
                        screen.panel(),
                        screen.panel().isEmpty() ? 0 : screen.scrolled()));
    }

    private void show(Screen next) {
        screen = next;
        draw();
    }

    /** Shows what a command has printed so far, unless another one was asked for since. */
    void show(CommandExecution printed) {
        if (command.filter(printed::equals).isPresent()) {
            isBusy = printed.isRunning();
            if (printed.asks() || !isBusy) {
                typedAhead.release();
            }
            showText(printed);
        }
    }

    private void showText(CommandExecution printed) {
        Screen next = screen.with(printed.text() + typed);
        show(printed.asks() ? next.scrolledBy(Screen.TO_THE_END) : next);
    }

    /** Takes away what a command has shown, unless it goes on: it was about what is solved now. */
    void close() {
        if (!isBusy) {
            forgetCommand();
            screen = screen.with("");
        }
    }

    private void forgetCommand() {
        command = Optional.empty();
        isBusy = false;
    }

    boolean asks() {
        return command.filter(CommandExecution::asks).isPresent();
    }

    boolean isBusy() {
        return isBusy;
    }

    /** Gives a line to the command that waits for it. */
    void answer(String line) {
        typed.setLength(0);
        command.ifPresent(asking -> {
            typedAhead.hold();
            asking.answer(line);
            showText(asking);
        });
    }

    /** Whatever a command asks from now on is declined. */
    void endInput() {
        command.ifPresent(CommandExecution::endInput);
    }

    /** Takes a key that is about what is shown; tells whether it was one. */
    boolean hears(char key) {
        if (key == Keys.CONTROL_Z) {
            console.suspend();
        } else if (isLeftToRead) {
            isLeftToRead = false;
            draw();
        } else if (asks()) {
            edit(key);
        } else {
            return scrolls(key);
        }
        return true;
    }

    private boolean scrolls(char key) {
        switch (key) {
            case Keys.UP -> show(screen.scrolledBy(-1));
            case Keys.DOWN -> show(screen.scrolledBy(1));
            case Keys.PAGE_UP -> show(screen.scrolledBy(-PAGE));
            case Keys.PAGE_DOWN -> show(screen.scrolledBy(PAGE));
            case Keys.ESCAPE -> show(screen.with(""));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void edit(char key) {
        switch (key) {
            case '\r', '\n' -> answer(typed.toString());
            case Keys.BACKSPACE -> deleteLast();
            case Keys.ESCAPE -> answer("");
            default -> {
                if (key >= ' ' && key < Keys.UP) {
                    typed.append(key);
                }
            }
        }
        command.ifPresent(this::showText);
    }

    /** Adds to an answer; all else that is pasted was meant for another window. */
    void paste(String text) {
        if (asks()) {
            typed.append(text.replaceAll("\\p{Cntrl}", ""));
            command.ifPresent(this::showText);
        }
    }

    /** A character may be two of Java's. */
    private void deleteLast() {
        int length = typed.length();
        typed.setLength(length == 0 ? 0 : typed.offsetByCodePoints(length, -1));
    }

    void run(WatchKey key, Stage stage) {
        Commands commands = context.commands();
        switch (key) {
            case SHELL -> inForeground("shell", stage.path());
            case SEE -> inForeground("shell", "--see", stage.path());
            case DEMO -> inForeground(word(key));
            case OPEN -> lend(terminal -> commands.run(terminal, "open", stage.path()));
            case GOTO -> start(this::goTo);
            case LIST, CARRY -> start(terminal -> commands.run(terminal, word(key)));
            case HELP -> start(WatchKey::print);
            default -> start(terminal -> commands.run(terminal, word(key), stage.path()));
        }
    }

    private static String word(WatchKey key) {
        return key.name().toLowerCase(Locale.ROOT);
    }

    private void start(Consumer<Terminal> work) {
        typed.setLength(0);
        typedAhead.hold();
        isBusy = true;
        command =
                Optional.of(
                        CommandExecution.start(work, context.terminal(), context.events()::add));
    }

    private void goTo(Terminal terminal) {
        terminal.out().print("Which stage, for example part2/1? ");
        terminal.answers()
                .next()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .filter(name -> context.commands().run(terminal, "goto", name) == ExitCode.GOOD)
                // What was typed behind the name is about the stage of that name.
                .ifPresent(_ -> context.events().add(new Event.StageChosen()));
    }

    void edit(Location place, Stage stage) {
        lend(terminal ->
                Editor.ofSystem().open(stage.root().resolve(place.file()), place.line(), terminal));
    }

    /** Gives the terminal to what needs it, and shows what that has to say. */
    private void lend(Consumer<Terminal> work) {
        var text = new StringWriter();
        Terminal terminal = context.terminal();
        console.lend(() ->
                work.accept(
                        terminal.onto(text)
                                .answeredBy(
                                        Optional::empty,
                                        terminal.foreground().map(this::takingWhatIsTyped))));
        forgetCommand();
        show(screen.with(text.toString()));
    }

    private Foreground takingWhatIsTyped(Foreground foreground) {
        return process -> {
            forgetTyped();
            return foreground.run(process);
        };
    }

    /** What was typed behind the key of another program is meant for that. */
    private void forgetTyped() {
        typedAhead.forgetKeys(context.events());
    }

    private void inForeground(String... words) {
        if (context.terminal().foreground().isEmpty()) {
            show(
                    screen.with(
                            "Here is no terminal for it: run `./kata %s` in another window.\n"
                                    .formatted(String.join(" ", words))));
            return;
        }
        console.lend(() -> {
            forgetTyped();
            int code = context.commands().runInForeground(words);
            // jshell says nothing when it ends well.
            isLeftToRead = code != ExitCode.GOOD || words.length == 1;
            if (isLeftToRead) {
                context.terminal().line("%n(press a key to go on)");
            }
        });
        draw();
    }
}
