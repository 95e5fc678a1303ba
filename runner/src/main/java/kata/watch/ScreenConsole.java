package kata.watch;

import kata.terminal.ExitCode;
import kata.terminal.Farewell;
import kata.terminal.Foreground;

import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A whole screen of a terminal, on which keys are heard as they are pressed. */
public final class ScreenConsole implements Console, Foreground {

    /** A byte that no text has. */
    private static final int NO_KEY = 0xFF;

    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;

    /** Has a terminal mark what is pasted, or not; one that cannot takes no notice. */
    private static final String MARK_PASTES = "\u001b[?2004h";

    private static final String MARK_NO_PASTES = "\u001b[?2004l";
    private static final Duration TICK = Duration.ofMillis(100);

    /** On a busy machine, Control-C may come late: the process that it has ended is long gone. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private final Terminal terminal;
    private final Consumer<Event> events;
    private final Attributes found;
    private final Farewell farewell;

    /** Held while keys are read; fair, so that another process gets the terminal in its turn. */
    private final ReentrantLock reading = new ReentrantLock(true);

    /** Whether another process has the terminal, and when this one got it back. */
    private volatile boolean isLent;

    private volatile long returned = System.nanoTime() - ON_ITS_WAY.toNanos();

    /**
     * Takes over a terminal until it is closed.
     *
     * @param events hears of keys, and of what has to be drawn anew
     */
    public ScreenConsole(Terminal terminal, Consumer<Event> events) {
        this.terminal = terminal;
        this.events = events;
        this.found = takeOver();
        this.farewell = new Farewell(terminal.writer(), "\r\n" + MARK_NO_PASTES);
        terminal.handle(Signal.WINCH, _ -> events.accept(new Event.ScreenLost()));
        terminal.handle(Signal.CONT, _ -> goOn());
        terminal.handle(Signal.INT, _ -> interrupt());
        Thread.ofPlatform().daemon().name("kata-input").start(this::listen);
    }

    /** Returns the modes in which the terminal was. */
    private Attributes takeOver() {
        terminal.writer().print(MARK_PASTES);
        terminal.flush();
        return terminal.enterRawMode();
    }

    private void giveBack(Attributes modes) {
        terminal.writer().print(MARK_NO_PASTES);
        terminal.flush();
        terminal.setAttributes(modes);
    }

    /**
     * Returns the modes for another process: Control-\ would have this one print what all of its
     * threads do.
     */
    private Attributes lent() {
        Attributes modes = new Attributes(found);
        modes.setControlChar(ControlChar.VQUIT, NO_KEY);
        return modes;
    }

    /**
     * Control-C is a key here. As a signal it is another process's, which had the terminal when it
     * was pressed, or it comes from outside.
     */
    private void interrupt() {
        if (!isLent && System.nanoTime() - returned >= ON_ITS_WAY.toNanos()) {
            events.accept(new Event.Key(Keys.CONTROL_C));
        }
    }

    /** Whoever had the terminal meanwhile may have left it in another mode. */
    private void goOn() {
        if (!isLent) {
            takeOver();
            events.accept(new Event.ScreenLost());
        }
    }

    private void listen() {
        var keys = new Keys(terminal.reader());
        try {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = hear(keys);
            }
        } catch (IOException | IllegalStateException windowIsGone) {
            // The input has ended.
        } finally {
            events.accept(new Event.InputEnded());
        }
    }

    /**
     * Hears a key if there is one; tells whether there may be more. What was read before the
     * terminal is lent is told before, too: then whoever lends it can say whom it was meant for.
     */
    private boolean hear(Keys keys) throws IOException {
        reading.lock();
        try {
            int read = keys.read(TICK);
            if (read == Keys.PASTE) {
                events.accept(new Event.Pasted(keys.pasted()));
            } else if (read >= 0) {
                events.accept(new Event.Key((char) read));
            }
            return read != NonBlockingReader.EOF;
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void show(Screen screen) {
        try {
            draw(new ScreenLayout(columns(), height()).rows(screen).iterator());
        } catch (IllegalStateException windowIsGone) {
            // So is the input, whose end ends the watch.
        }
    }

    /**
     * Draws over what is there, row by row, so that nothing flickers. What was there is cleared
     * first: behind a row as wide as the terminal the cursor still stands on its last character.
     */
    private void draw(Iterator<String> rows) {
        terminal.puts(Capability.cursor_home);
        while (rows.hasNext()) {
            String row = rows.next();
            terminal.puts(rows.hasNext() ? Capability.clr_eol : Capability.clr_eos);
            terminal.writer().print(rows.hasNext() ? row + "\r\n" : row);
        }
        terminal.flush();
    }

    /** Some terminals do not know how large they are. */
    private int columns() {
        return terminal.getColumns() > 1 ? terminal.getColumns() : USUAL_COLUMNS;
    }

    private int height() {
        return terminal.getRows() > 0 ? terminal.getRows() : USUAL_ROWS;
    }

    @Override
    public void lend(Runnable program) {
        reading.lock();
        terminal.puts(Capability.clear_screen);
        giveBack(lent());
        try {
            program.run();
        } finally {
            takeOver();
            reading.unlock();
        }
    }

    /** Starts a process at the terminal, which has to be lent. */
    @Override
    public int run(ProcessBuilder process) throws IOException {
        isLent = true;
        try {
            // Where keys are read ahead, this process would take some that are meant for the other.
            terminal.pause(true);
            return Foreground.ofSystem().run(process);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.NOT_SOLVED;
        } finally {
            returned = System.nanoTime();
            isLent = false;
            terminal.resume();
        }
    }

    /** Stops all processes that the shell has started together with this one, as it expects. */
    @Override
    public void suspend() {
        terminal.puts(Capability.clear_screen);
        giveBack(found);
        try {
            new ProcessBuilder("kill", "-TSTP", "0").start().waitFor();
        } catch (IOException noSuchCommand) {
            goOn();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            farewell.close();
            terminal.setAttributes(found);
        } catch (IllegalStateException windowIsGone) {
            // There is nothing to restore.
        }
    }
}
