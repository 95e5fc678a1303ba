package kata.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this process prints to: no {@link PrintWriter} tells by itself that it cannot. */
public final class SystemStreams {

    private static final int TYPE = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private SystemStreams() {}

    /**
     * Tells whether something that was printed did not arrive, as on a full disk. That the reader
     * of a pipe has left, as {@code head} does, is no loss.
     */
    public static boolean haveLost(Terminal terminal) {
        return hasLost(terminal.out(), "/dev/fd/1") || hasLost(terminal.err(), "/dev/fd/2");
    }

    private static boolean hasLost(PrintWriter printer, String file) {
        return printer.checkError() && !mayHaveNoReader(Path.of(file));
    }

    /** Windows does not tell. The system's message of the error is in the learner's language. */
    private static boolean mayHaveNoReader(Path file) {
        try {
            int type = (int) Files.getAttribute(file, "unix:mode") & TYPE;
            return type == PIPE || type == SOCKET;
        } catch (IOException | UnsupportedOperationException unknown) {
            return true;
        }
    }
}
