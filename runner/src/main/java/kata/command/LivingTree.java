package kata.command;

import kata.stage.KataException;
import kata.terminal.Farewell;

import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Curses;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws the processes of another window as a tree that lives, until q is pressed or they end. */
record LivingTree(ObserverPage page) {

    /** In raw mode, Control-C is a key as well. */
    private static final Set<Integer> QUIT = Set.of((int) 'q', 3, NonBlockingReader.EOF);

    private static final int REFRESH_MILLIS = 200;

    /** What is observed may keep all processors busy. */
    private static final int TIMEOUT_MILLIS = 10_000;

    private static final String TOKEN = "token=";

    /**
     * Draws it on the terminal until q is pressed; tells whether the terminal can do that.
     *
     * @throws KataException if nothing is observed, or nothing any more
     */
    boolean live() throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
            if (terminal.getType().startsWith("dumb")) {
                return false;
            }
            live(terminal);
            return true;
        }
    }

    private void live(Terminal terminal) throws IOException {
        Attributes before = terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        Display display = new Display(terminal, true);
        String leave =
                Optional.ofNullable(terminal.getStringCapability(Capability.exit_ca_mode))
                        .map(command -> Curses.tputs(command))
                        .orElse("");
        try (var _ = new Farewell(terminal.writer(), leave)) {
            int key = 0;
            while (!QUIT.contains(key)) {
                draw(display, terminal);
                key = terminal.reader().read(REFRESH_MILLIS);
            }
        } finally {
            terminal.setAttributes(before);
        }
    }

    private void draw(Display display, Terminal terminal) {
        int rows = Math.max(terminal.getRows(), 2);
        int columns = Math.max(terminal.getColumns(), 20);
        display.resize(terminal);
        display.update(lines(rows, columns), 0);
    }

    private List<AttributedString> lines(int rows, int columns) {
        List<String> all = text().lines().toList();
        List<String> shown = new ArrayList<>(all.subList(0, Math.min(all.size(), rows - 1)));
        int hidden = all.size() - shown.size();
        shown.add(hidden == 0 ? "q quits" : "and %d more lines; q quits".formatted(hidden));
        return shown.stream()
                .map(line -> new AttributedString(line).columnSubSequence(0, columns))
                .toList();
    }

    /**
     * Returns it as it is now.
     *
     * @throws KataException if nothing is observed
     */
    String text() {
        return get("/text");
    }

    /**
     * Returns all that a page would show, as JSON.
     *
     * @throws KataException if nothing is observed
     */
    String json() {
        return get("/picture");
    }

    private String get(String path) {
        URI address = page.address().orElseThrow(LivingTree::nothing);
        try {
            var request = (HttpURLConnection) address.resolve(path).toURL().openConnection();
            String token = address.getFragment().substring(TOKEN.length());
            request.setRequestProperty("Authorization", "Bearer " + token);
            request.setConnectTimeout(TIMEOUT_MILLIS);
            request.setReadTimeout(TIMEOUT_MILLIS);
            try (InputStream answer = request.getInputStream()) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException gone) {
            throw nothing();
        }
    }

    private static KataException nothing() {
        return new KataException(
                "Nothing is observed now: run `./kata see`, `./kata shell --see` or `./kata demo"
                        + " --see` in another window, and then this again.");
    }
}
