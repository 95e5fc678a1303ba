package kata.watch;

import java.io.IOException;

/** Lets another process have the terminal that this one was started on. */
@FunctionalInterface
public interface Lending {

    /**
     * Starts a process at the terminal, and returns its exit code; blocks until it has ended.
     *
     * @throws IOException if it cannot be started
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    int lendTo(ProcessBuilder process) throws IOException, InterruptedException;

    /** Lends whatever this process was started on, as it is. */
    static Lending ofSystem() {
        return process -> process.inheritIO().start().waitFor();
    }
}
