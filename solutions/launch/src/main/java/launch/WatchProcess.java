package launch;

import kata.stage.KataException;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@code ./kata} in a process of its own, as a learner starts it, which shows line by line. */
public final class WatchProcess implements AutoCloseable {

    private static final String NOT_YET = "Running the tests ...";
    private static final String LAST_WORD = "q quit";

    private final Process process;
    private final BufferedReader lines;

    private WatchProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts it. Does not wait for a verdict.
     *
     * @throws KataException if it cannot be started
     */
    public static WatchProcess start(Path root) {
        try {
            return new WatchProcess(
                    new ProcessBuilder(script(root, "kata").toString())
                            .directory(root.toFile())
                            .redirectErrorStream(true)
                            .start());
        } catch (IOException failure) {
            throw new KataException(
                    "./kata could not be started: %s.".formatted(failure.getMessage()), failure);
        }
    }

    /** Returns the process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Returns a script at the kata's root, by the name that it has on this system. */
    public static Path script(Path root, String name) {
        return root.resolve(File.separatorChar == '\\' ? name + ".cmd" : name);
    }

    /**
     * Waits for the next verdict, and returns the screen that shows it.
     *
     * @throws KataException if the watch has ended instead
     */
    public String verdict() {
        String screen = screen();
        return screen.contains(NOT_YET) ? screen() : screen;
    }

    private String screen() {
        StringBuilder screen = new StringBuilder();
        String line;
        do {
            line = line(screen);
            screen.append(line).append('\n');
        } while (!line.endsWith(LAST_WORD));
        return screen.toString();
    }

    private String line(StringBuilder soFar) {
        try {
            String line = lines.readLine();
            if (line != null) {
                return line;
            }
        } catch (IOException closed) {
            // It has ended.
        }
        throw new KataException(
                "The watch has ended instead of showing a verdict: %s".formatted(soFar));
    }

    /** Ends the watch, and with it what runs the tests. Blocks until it has ended. */
    @Override
    public void close() {
        try (var keys = process.outputWriter()) {
            keys.write("q\n");
        } catch (IOException ended) {
            // That is what was to come.
        }
        process.onExit().join();
    }
}
