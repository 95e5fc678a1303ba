package kata.watch;

import kata.BuiltKata;
import kata.Patience;
import kata.TerminalWindow;
import kata.launch.LauncherWriter;
import kata.worker.JavaProcess;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./kata}, started at a terminal with the options that the launcher starts it with. Its
 * tests have much time, so that a busy machine tells the same as another.
 */
final class LaunchedKata {

    private LaunchedKata() {}

    /** Opens a terminal in a kata's folder, and starts the watch there. */
    static TerminalWindow watch(Path folder) {
        return watch(folder, Map.of());
    }

    /** Opens a terminal in a kata's folder, and starts the watch there with these variables. */
    static TerminalWindow watch(Path folder, Map<String, String> variables) {
        return TerminalWindow.open(folder, environment(variables), command());
    }

    /** Opens a terminal there, and starts a watch that gives the tests of a stage this time. */
    static TerminalWindow watch(Path folder, Duration limit) {
        return TerminalWindow.open(folder, environment(Map.of()), command(limit));
    }

    /** Returns what starts the command line as the launcher does, with what it has kept. */
    static List<String> command() {
        return command(Patience.LIMIT);
    }

    /** Returns the same, with this time for the tests of a stage. */
    static List<String> command(Duration limit) {
        List<String> command =
                new ArrayList<>(JavaProcess.running(LimitedKata.class, limit.toString()).command());
        String tests =
                LimitedKata.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        command.set(
                command.indexOf("-classpath") + 1,
                BuiltKata.classPath() + File.pathSeparator + tests);
        command.addAll(1, LauncherWriter.options().toList());
        command.addAll(1, BuiltKata.keptClasses().toList());
        return command;
    }

    /**
     * Returns the variables of somebody who is logged in from afar, so that no browser opens, and
     * these in place of the usual ones.
     */
    static Map<String, String> environment(Map<String, String> others) {
        Map<String, String> variables = new HashMap<>();
        variables.put("PATH", System.getenv("PATH"));
        variables.put("TERM", "xterm-256color");
        variables.put("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22");
        variables.putAll(others);
        return variables;
    }
}
