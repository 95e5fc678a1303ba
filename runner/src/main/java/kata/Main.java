package kata;

import kata.command.KataCommand;

/** Starts the kata's command line. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the JVM. */
    public static void main(String[] arguments) {
        KataCommand.main(arguments);
    }
}
