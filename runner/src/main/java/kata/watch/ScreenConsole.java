package kata.watch;

import kata.terminal.Foreground;

import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** A whole screen of a terminal, on which keys are heard as they are pressed. */
public final class ScreenConsole implements Console, Foreground {

    private static final char QUIT = 'q';
    private static final char CONTROL_C = 3;
    private static final int USUAL_COLUMNS = 80;
    private static final Duration TICK = Duration.ofMillis(50);

    private final Terminal terminal;
    private final Keys keys;
    private final Attributes found;
    private final AtomicBoolean resized = new AtomicBoolean();
    private final ControlC controlC = new ControlC(System::nanoTime);

    /** Takes over a terminal until it is closed. */
    public ScreenConsole(Terminal terminal) {
        this.terminal = terminal;
        this.keys = new Keys(terminal.reader());
        this.found = terminal.enterRawMode();
        terminal.handle(Signal.WINCH, _ -> resized.set(true));
        terminal.handle(Signal.INT, _ -> controlC.hear());
    }

    @Override
    public Optional<Character> key(Duration time) {
        try {
            int read = keys.read(time);
            return switch (read) {
                case NonBlockingReader.READ_EXPIRED ->
                        controlC.isPressed() ? Optional.of(QUIT) : Optional.empty();
                case NonBlockingReader.EOF -> Optional.of(END);
                case CONTROL_C -> Optional.of(QUIT);
                case Keys.ESCAPE -> Optional.empty();
                default -> Optional.of((char) read);
            };
        } catch (IOException closed) {
            return Optional.of(END);
        }
    }

    @Override
    public void show(String text) {
        terminal.puts(Capability.clear_screen);
        var breaks = new LineWrapping(columns());
        text.lines().flatMap(breaks::rows).forEach(row -> terminal.writer().print(row + "\r\n"));
        terminal.flush();
    }

    /** Some terminals do not know how wide they are. */
    private int columns() {
        return terminal.getColumns() > 1 ? terminal.getColumns() : USUAL_COLUMNS;
    }

    @Override
    public void leaveTo(BooleanSupplier command) {
        if (leavesWords(command)) {
            terminal.writer().print("\r\n(press a key to go on)");
            terminal.flush();
            awaitCharacter();
        }
    }

    private boolean leavesWords(BooleanSupplier command) {
        terminal.puts(Capability.clear_screen);
        terminal.flush();
        terminal.setAttributes(found);
        try {
            return command.getAsBoolean();
        } finally {
            terminal.enterRawMode();
        }
    }

    /** Lends the terminal; to be called by what this has been left to. */
    @Override
    public int run(ProcessBuilder process) throws IOException, InterruptedException {
        controlC.lend();
        // Where keys are read ahead, this process would take some that are meant for the other.
        terminal.pause(true);
        try {
            return Foreground.ofSystem().run(process);
        } finally {
            controlC.takeBack();
            terminal.resume();
        }
    }

    @Override
    public Optional<String> line() {
        var line = new StringBuilder();
        int next = awaitCharacter();
        while (next >= 0 && next != '\n' && next != '\r') {
            if (next != Keys.ESCAPE) {
                line.append((char) next);
            }
            next = awaitCharacter();
        }
        return next < 0 ? Optional.empty() : Optional.of(line.toString());
    }

    /** Waits for a character; less than zero once the input has ended. */
    private int awaitCharacter() {
        try {
            int next = NonBlockingReader.READ_EXPIRED;
            while (next == NonBlockingReader.READ_EXPIRED && !controlC.isPressed()) {
                next = keys.read(TICK);
            }
            return next;
        } catch (IOException closed) {
            return NonBlockingReader.EOF;
        }
    }

    @Override
    public boolean wasResized() {
        return resized.getAndSet(false);
    }

    @Override
    public void close() {
        terminal.setAttributes(found);
        terminal.flush();
    }
}
