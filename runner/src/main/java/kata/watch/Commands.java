package kata.watch;

/** Runs the commands of {@code ./kata} that keys of the watch stand for. */
public interface Commands {

    /** Runs a command in this process, and returns its exit code; blocks until it is done. */
    int run(String... words);

    /**
     * Runs a command in a process of its own, which has the terminal until it ends, and returns its
     * exit code: what it does with the terminal's signals, and Control-C, do not concern the watch.
     * In this process where the terminal cannot be given to another one.
     */
    int runInForeground(String... words);
}
