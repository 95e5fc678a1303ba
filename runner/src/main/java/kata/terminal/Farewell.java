package kata.terminal;

import java.io.PrintWriter;

/**
 * What a terminal has to be told in the end, once: when this is closed, or else when the process
 * ends, be it by a signal.
 */
public final class Farewell implements AutoCloseable {

    private final PrintWriter terminal;
    private final String words;
    private boolean isSaid;

    /** Prepares to say it; nothing is said yet. */
    public Farewell(PrintWriter terminal, String words) {
        this.terminal = terminal;
        this.words = words;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    @Override
    public synchronized void close() {
        if (!isSaid) {
            isSaid = true;
            terminal.print(words);
            terminal.flush();
        }
    }
}
