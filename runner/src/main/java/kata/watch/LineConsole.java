package kata.watch;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A console without a screen, such as a file, a pipe or a dumb terminal. What is new is printed
 * line by line, and a key is the first letter of a line that is typed.
 */
public final class LineConsole implements Console {

    private final PrintWriter out;
    private Screen shown = Screen.EMPTY;

    /**
     * Reads lines in a thread of its own.
     *
     * @param input waits for the next line; nothing at the end
     * @param events hears of each line, and of the end
     */
    public LineConsole(Supplier<Optional<String>> input, PrintWriter out, Consumer<Event> events) {
        this.out = out;
        Thread.ofPlatform().daemon().name("kata-input").start(() -> listen(input, events));
    }

    private static void listen(Supplier<Optional<String>> input, Consumer<Event> events) {
        try {
            Optional<String> line = input.get();
            while (line.isPresent()) {
                events.accept(new Event.Line(line.get()));
                line = input.get();
            }
        } finally {
            events.accept(new Event.InputEnded());
        }
    }

    @Override
    public void show(Screen screen) {
        if (screen.run() != shown.run() || !screen.verdict().equals(shown.verdict())) {
            print("\n" + screen.head() + "\n" + verdict(screen) + "\n" + Screen.KEYS + "\n");
        }
        if (!screen.panel().equals(shown.panel())) {
            print(added(screen.panel()));
        }
        shown = screen;
    }

    /** The seconds of the status would be a line each, so that here it is said once. */
    private static String verdict(Screen screen) {
        return screen.verdict().isEmpty() ? "Running the tests ...\n" : screen.verdict();
    }

    /** A command prints more and more, and a question has to stand at the line's end. */
    private String added(String panel) {
        boolean goesOn = !shown.panel().isEmpty() && panel.startsWith(shown.panel());
        return goesOn ? panel.substring(shown.panel().length()) : "\n" + panel;
    }

    private void print(String text) {
        out.print(text.replace("\n", System.lineSeparator()));
        out.flush();
    }

    @Override
    public void lend(Runnable program) {
        out.println();
        program.run();
    }

    @Override
    public void suspend() {
        // The terminal does so by itself.
    }

    @Override
    public void close() {
        out.flush();
    }
}
