package kata.watch;

import static kata.watch.AtTheScreen.ESCAPE;
import static kata.watch.AtTheScreen.PANEL;

import kata.Fixture;
import kata.TerminalWindow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A small kata that is watched at a terminal for as long as a class of tests takes, just as a
 * learner leaves the watch open for an evening.
 */
final class WatchedKata implements AutoCloseable {

    static final String UNSOLVED = "TODO 1: return the sum of the numbers.";
    static final String SOLVED = "✓ All 5 tests pass: you can now fold a list.";

    /** The last words of the screen: once they are there, it is drawn. */
    static final String DRAWN = "q quit";

    private static final String STAGE = "part1/1-numbers";
    private static final String NUMBERS = STAGE + "/src/main/java/numbers/Numbers.java";

    /** Shows a file until Control-C is pressed. */
    private static final String PAGER =
            """
            trap 'exit 0' INT
            tail -n +1 -f "$1"
            """;

    private final Path folder;
    private final String starter;
    private final TerminalWindow window;

    WatchedKata(Path folder) throws IOException {
        Fixture.kata(folder, "with-hints");
        this.folder = folder;
        this.starter = Files.readString(numbers());
        Files.writeString(folder.resolve("pager"), PAGER);
        this.window = LaunchedKata.watch(folder, Map.of("PAGER", "sh pager"));
    }

    TerminalWindow window() {
        return window;
    }

    /**
     * Goes back to the starter, and to a terminal of the usual size, whatever the test before did.
     */
    void beginAnew() throws IOException {
        closePanel();
        if (Files.exists(chosen()) && !Files.readString(chosen()).contains(STAGE)) {
            Files.writeString(chosen(), STAGE + "\n");
        }
        window.resize(80, 24);
        if (!Files.readString(numbers()).equals(starter)) {
            save(starter);
        }
        window.awaitScreen(UNSOLVED, DRAWN);
        window.forget();
    }

    /** Takes away what a key has shown, if there is something. */
    void closePanel() {
        if (window.screen().contains(PANEL)) {
            window.type(ESCAPE);
            window.awaitGone(PANEL);
        }
    }

    /** Saves what the learner has written. */
    void save(String text) throws IOException {
        Files.writeString(numbers(), text);
    }

    /** Returns the file that the learner works on. */
    Path numbers() {
        return folder.resolve(NUMBERS);
    }

    private Path chosen() {
        return folder.resolve(".kata/stage");
    }

    String starter() {
        return starter;
    }

    String solution() throws IOException {
        return Files.readString(folder.resolve("solutions").resolve(NUMBERS));
    }

    @Override
    public void close() {
        window.close();
    }
}
