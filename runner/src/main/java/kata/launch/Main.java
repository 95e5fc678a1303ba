package kata.launch;

import kata.command.KataCommand;

import java.io.IOException;
import java.nio.file.Path;

/** Starts the kata's command line, and builds it first if its sources have changed. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the JVM. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var rebuild = new Rebuild(Path.of(""), System.getProperties(), System.getenv());
        if (rebuild.isNeeded()) {
            System.exit(rebuild.start(arguments));
        }
        KataCommand.main(arguments);
    }
}
