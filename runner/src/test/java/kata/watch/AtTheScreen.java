package kata.watch;

import static java.util.concurrent.TimeUnit.SECONDS;

import kata.TerminalWindow;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** Tests at one watch, which is open for as long as a class of them takes, at a real terminal. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 180, unit = SECONDS)
abstract class AtTheScreen {

    /** What stands above what a key has shown. */
    static final String PANEL = "----";

    static final String ESCAPE = "\u001b";

    @TempDir static Path folder;

    static WatchedKata kata;
    static TerminalWindow window;

    @BeforeAll
    static void start_to_watch() throws IOException {
        kata = new WatchedKata(folder);
        window = kata.window();
    }

    @AfterAll
    static void end_the_watch() {
        kata.close();
    }

    @BeforeEach
    void begin_with_the_starter() throws IOException {
        kata.beginAnew();
    }
}
