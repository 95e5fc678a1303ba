package kata.watch;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A console without a screen, such as a file, a pipe or a dumb terminal. Everything is printed line
 * by line, and a key is the first letter of a line that is typed.
 */
public final class LineConsole implements Console {

    private final PrintWriter out;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private boolean hasEnded;

    /**
     * Reads lines in a thread of its own.
     *
     * @param input waits for the next line; nothing at the end
     */
    public LineConsole(Supplier<Optional<String>> input, PrintWriter out) {
        this.out = out;
        Thread.ofPlatform().daemon().name("kata-input").start(() -> listen(input));
    }

    private void listen(Supplier<Optional<String>> input) {
        Optional<String> line;
        do {
            line = input.get();
            lines.add(line);
        } while (line.isPresent());
    }

    @Override
    public Optional<Character> key(Duration time) {
        if (hasEnded) {
            pause(time);
            return Optional.of(END);
        }
        return next(time).map(line -> line.map(LineConsole::firstLetter).orElse(END));
    }

    private static char firstLetter(String line) {
        return line.isBlank() ? '\n' : line.strip().charAt(0);
    }

    /** Returns the next line, or the end of the input, if it comes within the time. */
    private Optional<Optional<String>> next(Duration time) {
        try {
            Optional<String> line = lines.poll(time.toMillis(), TimeUnit.MILLISECONDS);
            hasEnded = line != null && line.isEmpty();
            return Optional.ofNullable(line);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of(Optional.empty());
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<String> line() {
        return hasEnded ? Optional.empty() : next(Duration.ofDays(1)).orElse(Optional.empty());
    }

    @Override
    public void show(String text) {
        out.println();
        text.lines().forEach(out::println);
        out.flush();
    }

    @Override
    public void leaveTo(BooleanSupplier command) {
        out.println();
        command.getAsBoolean();
    }

    @Override
    public boolean wasResized() {
        return false;
    }

    @Override
    public void close() {
        out.flush();
    }
}
