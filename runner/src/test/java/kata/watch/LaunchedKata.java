package kata.watch;

import kata.BuiltKata;
import kata.TerminalWindow;
import kata.command.KataCommand;
import kata.launch.LauncherWriter;
import kata.worker.JavaProcess;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ./kata}, started at a terminal with the options that the launcher starts it with. */
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
        List<String> command = withTests(LimitedKata.class);
        command.add(limit.toString());
        return TerminalWindow.open(folder, environment(Map.of()), command);
    }

    /** Returns what starts the command line as the launcher does, with what it has kept. */
    static List<String> command() {
        List<String> command = withTests(KataCommand.class);
        command.set(command.indexOf("-classpath") + 1, BuiltKata.classPath());
        command.addAll(1, BuiltKata.keptClasses().toList());
        return command;
    }

    /**
     * Returns what starts a class of the tests with the options that the launcher gives to Java.
     */
    private static List<String> withTests(Class<?> mainClass) {
        List<String> command = new ArrayList<>(JavaProcess.running(mainClass).command());
        command.addAll(1, LauncherWriter.options().toList());
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
