package kata.watch;

import kata.terminal.Terminal;

/** Runs the commands of {@code ./kata} that keys of the watch stand for. */
public interface Commands {

    /**
     * Runs a command, which prints to this terminal, in this process, and returns its exit code;
     * blocks until it is done.
     */
    int run(Terminal terminal, String... words);

    /**
     * Runs a command in a process of its own, which has the terminal until it ends, and returns its
     * exit code: what it does with the terminal's signals, and Control-C, do not concern the watch.
     *
     * @throws kata.stage.KataException if it cannot be started
     */
    int runInForeground(String... words);
}
