package kata;

import static org.assertj.core.api.Assertions.assertThat;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jline.utils.ScreenTerminal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program at a terminal of its own, as a person sees it and types at it: what it prints is drawn
 * on a screen, and what is typed passes through the terminal's echo, its line editing and its
 * control keys.
 */
public final class TerminalWindow implements AutoCloseable {

    /** What a person presses to end a program. */
    public static final String CONTROL_C = "\u0003";

    private final PtyProcess process;
    private final StringBuilder printed = new StringBuilder();
    private ScreenTerminal screen;

    private TerminalWindow(PtyProcess process, WinSize size) {
        this.process = process;
        this.screen = new ScreenTerminal(size.getColumns(), size.getRows());
    }

    /**
     * Opens a terminal of 80 columns and 24 rows, and starts a program at it.
     *
     * @param environment all variables that the program is to see
     */
    public static TerminalWindow open(
            Path folder, Map<String, String> environment, List<String> command) {
        var size = new WinSize(80, 24);
        try {
            PtyProcess process =
                    new PtyProcessBuilder(command.toArray(String[]::new))
                            .setDirectory(folder.toString())
                            .setEnvironment(environment)
                            .setInitialColumns(size.getColumns())
                            .setInitialRows(size.getRows())
                            .start();
            var window = new TerminalWindow(process, size);
            Thread.ofPlatform().daemon().name("terminal").start(window::listen);
            return window;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void listen() {
        try (Reader output = process.inputReader(StandardCharsets.UTF_8)) {
            char[] read = new char[1024];
            for (int count = output.read(read); count > 0; count = output.read(read)) {
                draw(new String(read, 0, count));
            }
        } catch (IOException closed) {
            // The program has ended, and with it the terminal.
        }
    }

    /** A program may ask its terminal what it can do: that is answered at once. */
    private synchronized void draw(String text) {
        printed.append(text);
        screen.write(text);
        String answer = screen.read();
        if (!answer.isEmpty()) {
            type(answer);
        }
    }

    /** Presses these keys, one after the other. */
    public void type(String keys) {
        try {
            process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Gives the window this size. If that is another, it is empty afterwards: what terminals make
     * of lines that were printed for another size differs, so that a program does well to print
     * them anew.
     */
    public synchronized void resize(int columns, int rows) {
        if (screen.getColumns() == columns && screen.getRows() == rows) {
            return;
        }
        screen = new ScreenTerminal(columns, rows);
        process.setWinSize(new WinSize(columns, rows));
    }

    /** Waits until all these texts are on the screen at once. */
    public void awaitScreen(String... texts) {
        await().untilAsserted(() -> assertThat(screen()).contains(texts));
    }

    /** Waits until a text is no longer on the screen. */
    public void awaitGone(String text) {
        await().untilAsserted(() -> assertThat(screen()).doesNotContain(text));
    }

    /** Waits until the program has printed a text since {@link #forget()}. */
    public void awaitPrinted(String text) {
        await().untilAsserted(() -> assertThat(printed()).contains(text));
    }

    private static ConditionFactory await() {
        return Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(Patience.LIMIT);
    }

    /** Returns what a person sees: the rows of the screen, without the blanks behind them. */
    public synchronized String screen() {
        return screen.toString().replaceAll(" +\n", "\n");
    }

    /** Returns all that was printed since {@link #forget()}, with what steers the terminal. */
    public synchronized String printed() {
        return printed.toString();
    }

    /** Forgets what was printed, so that what comes next can be told from it. */
    public synchronized void forget() {
        printed.setLength(0);
    }

    /** Waits until the program has ended, and returns its exit code. */
    public int exitCode() {
        return process.onExit()
                .orTimeout(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join()
                .exitValue();
    }

    /** Returns the program, and all that it has started. */
    public List<ProcessHandle> processes() {
        ProcessHandle program = ProcessHandle.of(process.pid()).orElseThrow();
        return Stream.concat(Stream.of(program), program.descendants()).toList();
    }

    /** Sends the program a signal: {@code HUP} is what a click on the window's cross sends. */
    public void signal(String name) {
        signal(ProcessHandle.of(process.pid()).orElseThrow(), name);
    }

    /** Sends a signal to a process that the program has started, or to the program. */
    public static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the program if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
