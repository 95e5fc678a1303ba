package kata.terminal;

import java.io.IOException;

/** Gives the terminal that this process was started on to another process for a while. */
@FunctionalInterface
public interface Foreground {

    /**
     * Starts a process at the terminal, and returns its exit code; blocks until it has ended.
     *
     * @throws IOException if it cannot be started
     */
    int run(ProcessBuilder process) throws IOException;

    /** Gives away whatever this process was started on, as it is. */
    static Foreground ofSystem() {
        return process -> process.inheritIO().start().onExit().join().exitValue();
    }
}
