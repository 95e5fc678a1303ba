package kata.command;

import kata.stage.KataException;
import kata.terminal.Foreground;
import kata.terminal.Terminal;
import kata.watch.Commands;
import kata.worker.JavaProcess;

import java.io.IOException;

/** The commands of {@code ./kata}, as the watch runs them at its own terminal. */
record WatchedCommands(KataCommand command) implements Commands {

    @Override
    public int run(Terminal terminal, String... words) {
        return command.watchedOn(terminal).execute(words);
    }

    @Override
    public int runInForeground(String... words) {
        Foreground terminal = command.terminal().foreground().orElseThrow();
        try {
            return terminal.run(JavaProcess.running(KataCommand.class, words));
        } catch (IOException failure) {
            throw new KataException(
                    "Java could not be started for `./kata %s`: %s. `./kata doctor` says more."
                            .formatted(words[0], failure.getMessage()),
                    failure);
        }
    }
}
